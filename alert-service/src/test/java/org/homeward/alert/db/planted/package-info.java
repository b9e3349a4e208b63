/// Planted violations of an edge.
@NullMarked
package org.homeward.alert.db.planted;

import org.jspecify.annotations.NullMarked;
