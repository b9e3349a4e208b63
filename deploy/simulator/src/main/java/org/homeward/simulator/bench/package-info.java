/// The load test: an open-loop generator, what the operating system says the processes took, and
/// what the store holds afterwards. A figure without its row count is not reported.
@NullMarked
package org.homeward.simulator.bench;

import org.jspecify.annotations.NullMarked;
