/// Tests of readings that follow corrected assignments.
@NullMarked
package org.homeward.ingest.db.attribution;

import org.jspecify.annotations.NullMarked;
