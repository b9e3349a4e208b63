/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.network;

import org.jspecify.annotations.NullUnmarked;
