/// A change of a care plan, from the draft to the decision: the next version, or faults with their
/// paths. In: a draft and the present plan. Out: [PlanDecision]. It knows no JSON and no store.
@NullMarked
package org.homeward.followup.draft;

import org.jspecify.annotations.NullMarked;
