/// Kafka clients as DELIVERY asks for them: the settings that lose data by default, checked at
/// start, and the watchdog that tells a stuck consumer from a waiting one.
@NullMarked
package org.homeward.kit.kafka;

import org.jspecify.annotations.NullMarked;
