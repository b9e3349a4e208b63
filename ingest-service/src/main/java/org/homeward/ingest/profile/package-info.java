/// What the keys of a kind of device mean: `spo2` is oxygen saturation in percent. In: profiles as
/// device administrators write them, and which device has which. Out: the profile of a device that
/// speaks, from a cache. It knows no wire format and no reading.
@NullMarked
package org.homeward.ingest.profile;

import org.jspecify.annotations.NullMarked;
