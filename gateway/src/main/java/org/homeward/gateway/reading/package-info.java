/// Readings and readings entered by hand: REST and the client of ingest-service.
@NullMarked
package org.homeward.gateway.reading;

import org.jspecify.annotations.NullMarked;
