/// Tests of the use cases and of the shape of the service.
@NullMarked
package org.homeward.alert;

import org.jspecify.annotations.NullMarked;
