/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.profile;

import org.jspecify.annotations.NullUnmarked;
