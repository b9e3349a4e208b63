/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.door;

import org.jspecify.annotations.NullUnmarked;
