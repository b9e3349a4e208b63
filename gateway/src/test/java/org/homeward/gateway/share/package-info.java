/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.share;

import org.jspecify.annotations.NullUnmarked;
