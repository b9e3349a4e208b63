/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.intake;

import org.jspecify.annotations.NullUnmarked;
