/// What the registry says of devices' clocks, as columns of their rows.
@NullMarked
package org.homeward.ingest.db.clock;

import org.jspecify.annotations.NullMarked;
