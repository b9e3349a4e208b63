/// What a body does over time: values as a pure function of seed, scenario and instant, so that the
/// same person gives the same readings on every machine and in any order.
@NullMarked
package org.homeward.simulator.body;

import org.jspecify.annotations.NullMarked;
