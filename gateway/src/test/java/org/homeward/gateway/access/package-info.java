/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.access;

import org.jspecify.annotations.NullUnmarked;
