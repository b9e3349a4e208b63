/// Tests of how devices' clocks are watched.
@NullMarked
package org.homeward.ingest.clock;

import org.jspecify.annotations.NullMarked;
