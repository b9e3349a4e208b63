/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.ucum;

import org.jspecify.annotations.NullUnmarked;
