package org.homeward.ingest.attribution;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an assignment says: a patient had the device for a stretch of time.
public record Worn(UUID patientId, Stretch stretch) {

    boolean isBackwards() {
        return stretch.isEmpty();
    }

    /// When the device is said to have been somebody else's, or nobody's, than before: what was
    /// measured then may have been put down to the wrong person.
    ///
    /// @param after null if the assignment is taken back
    List<Stretch> changed(@Nullable Worn after) {
        if (after == null) {
            return List.of(stretch);
        }
        if (!patientId.equals(after.patientId)) {
            return List.of(stretch, after.stretch);
        }
        return Stream.of(stretch.betweenStarts(after.stretch), stretch.betweenEnds(after.stretch))
                .flatMap(java.util.Optional::stream)
                .toList();
    }
}
