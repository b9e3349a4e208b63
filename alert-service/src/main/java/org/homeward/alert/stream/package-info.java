/// The evaluator on Kafka Streams: one topology, a plain function, that reads readings, device
/// events, plans and human actions of a patient from co-partitioned topics, keeps state in one
/// store, and alone writes `alerts`. It translates and keeps; what to do is decided in `evaluator`.
@NullMarked
package org.homeward.alert.stream;

import org.jspecify.annotations.NullMarked;
