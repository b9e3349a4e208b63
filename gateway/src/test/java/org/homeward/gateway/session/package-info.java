/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.session;

import org.jspecify.annotations.NullUnmarked;
