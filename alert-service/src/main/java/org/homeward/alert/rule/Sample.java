package org.homeward.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One value of one measure: a reading, or one component of a panel.
///
/// @param version the reading's version; only a higher one replaces it
/// @param at the effective time that samples are ordered by ([#effective])
/// @param score null when the reading is remembered but never judged: not valid, voided, no number
/// @param onAir whether the context says that the patient was breathing air
public record Sample(
        UUID readingId,
        int version,
        Instant at,
        Instant measuredAt,
        Instant receivedAt,
        Quality quality,
        @Nullable Score score,
        String unit,
        boolean onAir) {

    /// How far the measured time can be trusted.
    public enum Quality {
        EXACT("exact"),
        SUSPECT("suspect"),
        DATE_ONLY("date-only"),
        UNKNOWN("unknown");

        private final String wire;

        Quality(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    /// By effective time, then arrival at the edge, then id: the same for every order of delivery.
    public static final Comparator<Sample> ORDER =
            Comparator.comparing(Sample::at)
                    .thenComparing(Sample::receivedAt)
                    .thenComparing(Sample::readingId);

    /// The measured time; the received time where it is unknown, and never later than that: a clock
    /// that runs ahead must not make one reading the newest for hours.
    public static Instant effective(Instant measured, Instant received, Quality quality) {
        return quality == Quality.UNKNOWN || measured.isAfter(received) ? received : measured;
    }

    /// Whether it could still raise a live alert at a time. Without a limit: never.
    public boolean isLiveAt(Instant now, @Nullable Duration limit) {
        return limit != null && quality != Quality.DATE_ONLY && !at.plus(limit).isBefore(now);
    }

    /// The same reading, no longer judged.
    public Sample voided(int newVersion) {
        return new Sample(
                readingId, newVersion, at, measuredAt, receivedAt, quality, null, unit, onAir);
    }
}
