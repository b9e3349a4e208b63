package org.homeward.ingest.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.homeward.ingest.sent.SentTime;

/// The measured time as it is stored, judged by the time of receipt. A clock that cannot be right
/// costs the reading its time, never its place in the chart.
record MeasuredTime(Instant at, TimeQuality quality) {
    private static final Duration TOLERATED = Duration.ofMinutes(5);
    private static final Duration CREDIBLE = Duration.ofHours(24);

    /// No device of this platform measured before; its clock was reset.
    private static final Instant OLDEST = Instant.parse("1980-01-01T00:00:00Z");

    static MeasuredTime judge(SentTime sent, Instant received) {
        Instant at = sent.at().truncatedTo(ChronoUnit.MICROS);
        if (sent.precision() == SentTime.Precision.UNTRUSTED
                || at.isBefore(OLDEST)
                || at.isAfter(received.plus(CREDIBLE))) {
            return new MeasuredTime(received.truncatedTo(ChronoUnit.MICROS), TimeQuality.UNKNOWN);
        }
        return new MeasuredTime(
                at,
                switch (sent.precision()) {
                    case DAY, MONTH, YEAR -> TimeQuality.DATE_ONLY;
                    case RECEIVED, UNTRUSTED -> TimeQuality.UNKNOWN;
                    case RELATIVE -> TimeQuality.SUSPECT;
                    case INSTANT ->
                            at.isAfter(received.plus(TOLERATED))
                                    ? TimeQuality.SUSPECT
                                    : TimeQuality.EXACT;
                });
    }
}
