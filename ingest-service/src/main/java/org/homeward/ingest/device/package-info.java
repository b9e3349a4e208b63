/// Devices, who wears them when, and what proves that it is they who speak. In: registrations and
/// credentials. Out: answers about a device at an instant. It knows no store and no protocol.
@NullMarked
package org.homeward.ingest.device;

import org.jspecify.annotations.NullMarked;
