/// Which hub speaks for which devices, for the device desk: REST and the client of ingest-service.
/// It names devices alone, no patient.
@NullMarked
package org.homeward.gateway.hub;

import org.jspecify.annotations.NullMarked;
