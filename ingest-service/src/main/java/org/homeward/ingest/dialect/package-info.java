/// What devices send besides our own JSON: SenML (RFC 8428) and the keyed values of ThingsBoard and
/// Hono devices. In: a body and the device's profile. Out: what an edge's own JSON would have said,
/// one reading for what belongs together. It knows no transport and keeps nothing.
@NullMarked
package org.homeward.ingest.dialect;

import org.jspecify.annotations.NullMarked;
