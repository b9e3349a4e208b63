/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.json;

import org.jspecify.annotations.NullUnmarked;
