/// What devices sent and what did not become a reading, for the device desk: looked for, sent
/// through its door again, and the account of everything. It names devices and never a patient.
@NullMarked
package org.homeward.gateway.refusal;

import org.jspecify.annotations.NullMarked;
