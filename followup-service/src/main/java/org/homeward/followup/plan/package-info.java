/// The care plan as data: what is measured when, within which limits, who said so and since when. A
/// change comes in as a draft and leaves as the next version or as faults with their paths; the
/// versions together give the history that rules are evaluated against. It knows no JSON and no
/// store.
@NullMarked
package org.homeward.followup.plan;

import org.jspecify.annotations.NullMarked;
