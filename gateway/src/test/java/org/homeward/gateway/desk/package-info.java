/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.desk;

import org.jspecify.annotations.NullUnmarked;
