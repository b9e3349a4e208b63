/// The commands that bring readings into a running Homeward: import of files, simulated devices,
/// the demo ward, and the load test. They come in by the same doors as everybody: the device edge
/// with a device's token, the gateway with a person's.
@NullMarked
package org.homeward.simulator;

import org.jspecify.annotations.NullMarked;
