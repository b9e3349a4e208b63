/// Recalls for the device desk: which devices, patients and readings one is about. Patients are
/// numbers here.
@NullMarked
package org.homeward.gateway.recall;

import org.jspecify.annotations.NullMarked;
