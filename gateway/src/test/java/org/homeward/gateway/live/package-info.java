/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.live;

import org.jspecify.annotations.NullUnmarked;
