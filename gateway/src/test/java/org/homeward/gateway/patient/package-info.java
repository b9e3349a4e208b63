/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.gateway.patient;

import org.jspecify.annotations.NullUnmarked;
