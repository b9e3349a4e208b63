/// Corrected assignments and the readings that follow them, as rows. In: a correction; regular
/// turns. Out: new versions, what was before, the rollups no longer to be believed, and events by
/// the outbox, each in one transaction.
@NullMarked
package org.homeward.ingest.db.attribution;

import org.jspecify.annotations.NullMarked;
