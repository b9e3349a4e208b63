/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.http;

import org.jspecify.annotations.NullUnmarked;
