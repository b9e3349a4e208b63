/// Alerts become tasks; people claim and complete them. In: facts about alerts, commands. Out: the
/// episode's effects, stored and told. What they are is decided in `episode` and `task`.
@NullMarked
package org.homeward.followup.work;

import org.jspecify.annotations.NullMarked;
