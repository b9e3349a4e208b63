/// Kafka clients as DELIVERY asks for them: the settings that lose data by default, checked at
/// start, the watchdog that tells a stuck consumer from a waiting one, and the care that a batch
/// gets when a record of it can never be handled.
@NullMarked
package org.homeward.kit.kafka;

import org.jspecify.annotations.NullMarked;
