package org.homeward.alert.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an item of a plan holds: from inclusive, until exclusive; null is open.
public record Period(@Nullable Instant from, @Nullable Instant until) {
    public static final Period ALWAYS = new Period(null, null);

    public boolean contains(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }
}
