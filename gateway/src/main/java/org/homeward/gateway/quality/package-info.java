/// How good a patient's or a device's readings are, over time.
@NullMarked
package org.homeward.gateway.quality;

import org.jspecify.annotations.NullMarked;
