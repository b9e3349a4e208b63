/// The bare pipeline to compare with: a post goes to Kafka, a consumer writes rows, nothing else is
/// done. It runs as a process of its own on the stack's broker and database.
@NullMarked
package org.homeward.simulator.floor;

import org.jspecify.annotations.NullMarked;
