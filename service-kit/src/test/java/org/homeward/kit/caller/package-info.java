/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.kit.caller;

import org.jspecify.annotations.NullUnmarked;
