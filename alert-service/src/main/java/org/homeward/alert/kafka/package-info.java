/// Kafka's side: runs the evaluator's topology with the settings that delivery needs, and feeds the
/// projection from `alerts`. Nothing is decided here.
@NullMarked
package org.homeward.alert.kafka;

import org.jspecify.annotations.NullMarked;
