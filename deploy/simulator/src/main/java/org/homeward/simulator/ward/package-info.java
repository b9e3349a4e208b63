/// The demo ward: a dozen people of `ward.json`, registered once, with care plans, a history and
/// devices that go on sending. It uses the platform's own doors only.
@NullMarked
package org.homeward.simulator.ward;

import org.jspecify.annotations.NullMarked;
