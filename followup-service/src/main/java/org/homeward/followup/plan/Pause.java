package org.homeward.followup.plan;

import java.time.Instant;

/// A time in which nothing is expected, such as a hospital stay. It always has an end.
///
/// @param reason hospital, travel or other; a code, since it travels
public record Pause(String reason, Instant from, Instant to) {
    public Period period() {
        return new Period(from, to);
    }
}
