/// Planted violations of the pure ring.
@NullMarked
package org.homeward.alert.rule.planted;

import org.jspecify.annotations.NullMarked;
