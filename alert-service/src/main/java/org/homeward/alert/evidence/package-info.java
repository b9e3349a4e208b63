/// Why an alert is there: as JSON for machines and as one sentence in English and French for
/// people. What comes in is an alert as the evaluator keeps it; nothing is looked up.
@NullMarked
package org.homeward.alert.evidence;

import org.jspecify.annotations.NullMarked;
