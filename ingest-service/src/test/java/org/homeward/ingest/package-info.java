/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest;

import org.jspecify.annotations.NullUnmarked;
