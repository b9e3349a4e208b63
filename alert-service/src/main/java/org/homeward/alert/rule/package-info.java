/// What a value is judged by: samples, thresholds, the default pack, the patient's plan, and the
/// choice between them by measured time. Clinical numbers come from the pack's text resources and
/// from plans; this package knows no alert, no topic and no clock.
@NullMarked
package org.homeward.alert.rule;

import org.jspecify.annotations.NullMarked;
