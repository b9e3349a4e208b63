/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.kafka;

import org.jspecify.annotations.NullUnmarked;
