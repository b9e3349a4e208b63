/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.worklist;

import org.jspecify.annotations.NullUnmarked;
