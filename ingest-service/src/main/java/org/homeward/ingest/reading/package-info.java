/// What a device sent becomes a reading, or is refused, or waits for a patient. In: what the door
/// admitted, with its times and the device's assignments. Out: [Intake]. It knows no wire format,
/// no clock and no store.
@NullMarked
package org.homeward.ingest.reading;

import org.jspecify.annotations.NullMarked;
