package org.homeward.ingest.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.question.LastValues;
import org.homeward.ingest.reading.Arrival;
import org.jspecify.annotations.Nullable;

/// What the store knows before a batch is decided, read under the lock of its positions.
///
/// @param positions per partition the first offset that is not yet counted
/// @param earlier readings that came before under ids that may move in time
/// @param lastValues what patients' measures said before that are asked about
public record Known(
        Map<Integer, Long> positions,
        Assignments assignments,
        Map<UUID, Earlier> earlier,
        List<LastValues.Value> lastValues) {

    public Known {
        lastValues = List.copyOf(lastValues);
    }

    public Known(
            Map<Integer, Long> positions, Assignments assignments, Map<UUID, Earlier> earlier) {
        this(positions, assignments, earlier, List.of());
    }

    /// A reading that came before: where it is stored and what it said.
    public record Earlier(Instant measured, long content) {}

    boolean isFresh(Logged logged) {
        return logged.offset() >= positions.getOrDefault(logged.partition(), 0L);
    }

    /// Whose reading it was, as far as can be told of one that we failed on: where its own time
    /// cannot be judged, the time at which it came must do. Null for nobody's and for one after
    /// care.
    @Nullable UUID caredFor(Arrival arrival) {
        try {
            return caredFor(arrival.deviceId(), arrival.measured());
        } catch (RuntimeException e) {
            return caredFor(arrival.deviceId(), arrival.received());
        }
    }

    private @Nullable UUID caredFor(UUID device, Instant at) {
        return assignments
                .of(device, at)
                .filter(a -> !a.isAfterCare(at))
                .map(Assignment::patientId)
                .orElse(null);
    }
}
