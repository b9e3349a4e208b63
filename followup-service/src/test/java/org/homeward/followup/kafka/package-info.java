/// Tests on a real Kafka.
@NullMarked
package org.homeward.followup.kafka;

import org.jspecify.annotations.NullMarked;
