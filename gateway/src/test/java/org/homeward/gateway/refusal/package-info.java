/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.refusal;

import org.jspecify.annotations.NullUnmarked;
