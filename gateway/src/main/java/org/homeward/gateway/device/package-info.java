/// Devices and their assignments: REST and the client of ingest-service. Who may not know the
/// patient does not see one.
@NullMarked
package org.homeward.gateway.device;

import org.jspecify.annotations.NullMarked;
