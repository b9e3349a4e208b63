/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.db;

import org.jspecify.annotations.NullUnmarked;
