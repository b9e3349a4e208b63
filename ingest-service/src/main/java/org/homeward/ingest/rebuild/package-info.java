/// A run of this service that builds its store again from the log, in an empty schema beside the
/// one that is there. In: the log from its beginning, and what the log does not hold from the old
/// store. Out: the same readings, versions, refusals and rollups, and whether they are. It tells
/// nobody.
@NullMarked
package org.homeward.ingest.rebuild;

import org.jspecify.annotations.NullMarked;
