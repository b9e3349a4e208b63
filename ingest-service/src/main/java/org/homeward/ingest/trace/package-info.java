/// Traceability: what a device's label says, which firmware ran when, when it has to be calibrated,
/// and which readings and patients a recall is about. In: what the device desk writes and devices
/// report. Out: the affected, and a warning of a calibration that is overdue. Patients are numbers
/// here.
@NullMarked
package org.homeward.ingest.trace;

import org.jspecify.annotations.NullMarked;
