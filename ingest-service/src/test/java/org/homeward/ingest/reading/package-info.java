/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.reading;

import org.jspecify.annotations.NullUnmarked;
