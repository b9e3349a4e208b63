/// What a device sent, decoded and untouched, and the door's verdict on it. In: the values that an
/// edge decoded. Out: [Verdict]. It knows no wire format, no patient and no clock.
@NullMarked
package org.homeward.ingest.sent;

import org.jspecify.annotations.NullMarked;
