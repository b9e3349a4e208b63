/// What a human is asked to do: open, claimed, completed by a person, or closed with its episode;
/// each state offers its legal transitions alone. Clocks, ids and stores are the caller's.
@NullMarked
package org.homeward.followup.task;

import org.jspecify.annotations.NullMarked;
