/// The device desk's queue and how the devices are, on PostgreSQL.
@NullMarked
package org.homeward.ingest.db.desk;

import org.jspecify.annotations.NullMarked;
