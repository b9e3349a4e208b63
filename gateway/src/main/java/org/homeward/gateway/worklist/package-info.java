/// One row a patient, ranked, kept from the events of alerts, readings, care teams and follow- ups.
/// Names are added for one page only.
@NullMarked
package org.homeward.gateway.worklist;

import org.jspecify.annotations.NullMarked;
