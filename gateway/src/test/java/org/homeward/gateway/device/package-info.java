/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.device;

import org.jspecify.annotations.NullUnmarked;
