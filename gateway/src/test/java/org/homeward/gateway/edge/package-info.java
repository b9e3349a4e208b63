/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.edge;

import org.jspecify.annotations.NullUnmarked;
