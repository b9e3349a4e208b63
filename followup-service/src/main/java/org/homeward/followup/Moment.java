package org.homeward.followup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The present, as exact as the store keeps it.
public final class Moment {
    private Moment() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
