/// Violations planted to show that the rules can fail. Nothing else reads this package.
@NullUnmarked
package org.homeward.gateway.planted.alpha;

import org.jspecify.annotations.NullUnmarked;
