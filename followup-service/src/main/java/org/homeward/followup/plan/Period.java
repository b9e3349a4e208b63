package org.homeward.followup.plan;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From an instant, up to and without another; a missing end is open.
public record Period(@Nullable Instant from, @Nullable Instant until) {
    public static final Period ALWAYS = new Period(null, null);

    public boolean covers(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    /// What two periods share; empty if nothing.
    public Optional<Period> and(Period other) {
        Instant start = later(from, other.from);
        Instant end = earlier(until, other.until);
        return start != null && end != null && !start.isBefore(end)
                ? Optional.empty()
                : Optional.of(new Period(start, end));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
