/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.audit;

import org.jspecify.annotations.NullUnmarked;
