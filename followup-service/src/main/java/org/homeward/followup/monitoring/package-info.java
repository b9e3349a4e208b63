/// The care plan changes, by a person or because a pause begins or ends. In: drafts, and the
/// passing of time. Out: the next version, published for the evaluator, or faults with their paths.
@NullMarked
package org.homeward.followup.monitoring;

import org.jspecify.annotations.NullMarked;
