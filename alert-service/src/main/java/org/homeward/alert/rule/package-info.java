/// What a value is judged by: samples, scores, thresholds with their bands and confirmations. It
/// knows no pack, no plan, no alert, no topic and no clock.
@NullMarked
package org.homeward.alert.rule;

import org.jspecify.annotations.NullMarked;
