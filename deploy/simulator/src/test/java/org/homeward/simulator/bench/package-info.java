/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.simulator.bench;

import org.jspecify.annotations.NullUnmarked;
