package org.homeward.ingest.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.device.Assignments;

/// What the store knows before a batch is decided, read under the lock of its positions.
///
/// @param positions per partition the first offset that is not yet counted
/// @param earlier readings that came before under ids that may move in time
public record Known(
        Map<Integer, Long> positions, Assignments assignments, Map<UUID, Earlier> earlier) {

    /// A reading that came before: where it is stored and what it said.
    public record Earlier(Instant measured, long content) {}

    boolean isFresh(Logged logged) {
        return logged.offset() >= positions.getOrDefault(logged.partition(), 0L);
    }
}
