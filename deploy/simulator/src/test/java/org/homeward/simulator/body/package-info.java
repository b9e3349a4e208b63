/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.simulator.body;

import org.jspecify.annotations.NullUnmarked;
