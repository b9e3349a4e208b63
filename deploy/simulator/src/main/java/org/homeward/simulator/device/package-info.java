/// A simulated device: it keeps each reading until the platform has acknowledged it, sends strictly
/// one after another, and writes a ledger of what it was told.
@NullMarked
package org.homeward.simulator.device;

import org.jspecify.annotations.NullMarked;
