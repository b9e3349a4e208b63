/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.simulator.ward;

import org.jspecify.annotations.NullUnmarked;
