/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.sent;

import org.jspecify.annotations.NullUnmarked;
