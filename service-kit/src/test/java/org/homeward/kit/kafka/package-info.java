/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.kit.kafka;

import org.jspecify.annotations.NullUnmarked;
