package org.homeward.ingest.attribution;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stretch of time.
///
/// @param until the first instant that is not in it; null if it has no end
public record Stretch(Instant from, @Nullable Instant until) {
    boolean isEmpty() {
        return until != null && !from.isBefore(until);
    }

    /// From the one beginning to the other.
    Optional<Stretch> betweenStarts(Stretch other) {
        boolean first = from.isBefore(other.from);
        Stretch between = first ? new Stretch(from, other.from) : new Stretch(other.from, from);
        return between.isEmpty() ? Optional.empty() : Optional.of(between);
    }

    /// From the one end to the other.
    Optional<Stretch> betweenEnds(Stretch other) {
        Instant end = until;
        Instant otherEnd = other.until;
        if (end == null) {
            return otherEnd == null ? Optional.empty() : Optional.of(new Stretch(otherEnd, null));
        }
        if (otherEnd == null) {
            return Optional.of(new Stretch(end, null));
        }
        return new Stretch(end, null).betweenStarts(new Stretch(otherEnd, null));
    }
}
