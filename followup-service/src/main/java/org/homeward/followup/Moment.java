package org.homeward.followup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The present, as exact as the store keeps it.
final class Moment {
    private Moment() {}

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
