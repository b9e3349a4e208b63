/// What the operating system, the broker and the store say of a run.
@NullMarked
package org.homeward.simulator.bench.meter;

import org.jspecify.annotations.NullMarked;
