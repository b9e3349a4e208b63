/// Hubs and the devices they act for. In: what the device desk allows and ends, and a device that a
/// hub names. Out: whether it may speak for it now. It knows no wire format and no reading.
@NullMarked
package org.homeward.ingest.hub;

import org.jspecify.annotations.NullMarked;
