/// The devices: registered, given to patients, heard, disabled. In: commands about devices,
/// sightings. Out: rows, first tokens that leave once, and word that a device is somebody's now. It
/// knows nothing of readings.
@NullMarked
package org.homeward.ingest.registry;

import org.jspecify.annotations.NullMarked;
