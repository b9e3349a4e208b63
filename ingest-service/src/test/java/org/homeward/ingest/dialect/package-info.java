/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.dialect;

import org.jspecify.annotations.NullUnmarked;
