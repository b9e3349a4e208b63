/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.simulator.device;

import org.jspecify.annotations.NullUnmarked;
