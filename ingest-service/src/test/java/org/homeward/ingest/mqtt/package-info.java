/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.mqtt;

import org.jspecify.annotations.NullUnmarked;
