/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.simulator;

import org.jspecify.annotations.NullUnmarked;
