/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.kit.problem;

import org.jspecify.annotations.NullUnmarked;
