/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.simulator.bundle;

import org.jspecify.annotations.NullUnmarked;
