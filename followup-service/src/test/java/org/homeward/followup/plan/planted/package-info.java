/// Violations, planted for the rules about the pure ring.
@NullMarked
package org.homeward.followup.plan.planted;

import org.jspecify.annotations.NullMarked;
