/// Which thresholds hold for a patient at a time: the default pack's or the plan's, chosen by
/// measured time. Clinical numbers come from the pack's text resources and from plans; no alert, no
/// topic and no clock is known here.
@NullMarked
package org.homeward.alert.rulebook;

import org.jspecify.annotations.NullMarked;
