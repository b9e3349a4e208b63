/// Recalls, for the gateway: what the device desk asks when a maker calls devices back. Patients
/// are numbers here.
@NullMarked
package org.homeward.ingest.http.internal.trace;

import org.jspecify.annotations.NullMarked;
