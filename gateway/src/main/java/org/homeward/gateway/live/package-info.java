/// The live feed: Kafka records come in, server-sent events leave, resumable by an offset vector.
/// Every event is checked against the caller's relationships.
@NullMarked
package org.homeward.gateway.live;

import org.jspecify.annotations.NullMarked;
