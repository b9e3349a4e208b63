/// Whose a device was, said otherwise afterwards, and whose its readings are then. In: a correction
/// of an assignment. Out: its new version, and the readings of the changed stretch of time with the
/// patient who really had the device, told to all. It knows nothing of how readings come in.
@NullMarked
package org.homeward.ingest.attribution;

import org.jspecify.annotations.NullMarked;
