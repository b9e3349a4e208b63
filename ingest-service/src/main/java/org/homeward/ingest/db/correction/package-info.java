/// What people change of stored readings, in PostgreSQL: versions, changes that wait for a second
/// person, and the readings that critical alerts stand on.
@NullMarked
package org.homeward.ingest.db.correction;

import org.jspecify.annotations.NullMarked;
