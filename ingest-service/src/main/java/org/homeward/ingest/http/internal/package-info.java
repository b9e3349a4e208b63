/// The internal routes, which the gateway calls with an actor: devices, readings, refusals and
/// accounts to be looked at, readings entered by hand. In: requests whose caller the kit has
/// checked. Out: views. It opens nothing to a device or a person directly.
@NullMarked
package org.homeward.ingest.http.internal;

import org.jspecify.annotations.NullMarked;
