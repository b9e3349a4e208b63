/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.projection;

import org.jspecify.annotations.NullUnmarked;
