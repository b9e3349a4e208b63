/// The open-loop generator: when posts are due, what they say, how they travel.
@NullMarked
package org.homeward.simulator.bench.load;

import org.jspecify.annotations.NullMarked;
