/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.role;

import org.jspecify.annotations.NullUnmarked;
