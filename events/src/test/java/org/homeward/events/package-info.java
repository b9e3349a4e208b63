/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.events;

import org.jspecify.annotations.NullUnmarked;
