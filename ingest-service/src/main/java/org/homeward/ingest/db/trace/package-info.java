/// Traceability on PostgreSQL. A recall finds readings by who wore its devices when: the readings'
/// own index by patient serves it, so that no reading pays for an index by device.
@NullMarked
package org.homeward.ingest.db.trace;

import org.jspecify.annotations.NullMarked;
