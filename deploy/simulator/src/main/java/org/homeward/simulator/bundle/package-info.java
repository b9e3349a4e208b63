/// A FHIR R4 bundle of one patient comes in; the person and the vital signs that a device could
/// have sent leave, with the reason for everything that was passed over. The reading of files is
/// pure; [org.homeward.simulator.bundle.BundleImport] sends.
@NullMarked
package org.homeward.simulator.bundle;

import org.jspecify.annotations.NullMarked;
