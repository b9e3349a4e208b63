/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.fault;

import org.jspecify.annotations.NullUnmarked;
