package org.homeward.ingest.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.device.DeviceClock;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentTime;

/// The measured time as it is stored, judged by the time of receipt. A clock that cannot be right
/// costs the reading its time, never its place in the chart.
///
/// @param byClock whether it is doubted for what is known of the device's clock
record MeasuredTime(Instant at, TimeQuality quality, boolean byClock) {
    private static final Duration CREDIBLE = Duration.ofHours(24);

    /// No device of this platform measured before; its clock was reset.
    private static final Instant OLDEST = Instant.parse("1980-01-01T00:00:00Z");

    /// Nothing is kept in a home device for so long. Clocks that lost their power begin in 2000, or
    /// on the day their firmware was made.
    private static final Duration LONGEST_KEPT = Duration.ofDays(2 * 365L);

    static MeasuredTime judge(SentTime sent, Instant received) {
        Instant at = sent.at().truncatedTo(ChronoUnit.MICROS);
        if (sent.precision() == SentTime.Precision.UNTRUSTED
                || at.isBefore(OLDEST)
                || at.isAfter(received.plus(CREDIBLE))) {
            return ofReceipt(received, false);
        }
        TimeQuality quality =
                switch (sent.precision()) {
                    case DAY, MONTH, YEAR -> TimeQuality.DATE_ONLY;
                    case RECEIVED, UNTRUSTED -> TimeQuality.UNKNOWN;
                    case RELATIVE -> TimeQuality.SUSPECT;
                    case INSTANT ->
                            at.isAfter(received.plus(DeviceClock.TOLERATED))
                                    ? TimeQuality.SUSPECT
                                    : TimeQuality.EXACT;
                };
        return new MeasuredTime(at, quality, false);
    }

    private static MeasuredTime ofReceipt(Instant received, boolean byClock) {
        return new MeasuredTime(
                received.truncatedTo(ChronoUnit.MICROS), TimeQuality.UNKNOWN, byClock);
    }

    /// Judged also by what is known of the device: how its clock goes, and when it was anybody's.
    static MeasuredTime judge(Arrival arrival, Assignments assignments) {
        Instant received = arrival.received();
        MeasuredTime said = judge(arrival.sent().time(), received);
        if (said.quality != TimeQuality.EXACT || arrival.path() == Path.MANUAL) {
            return said;
        }
        if (said.at.isBefore(received.minus(LONGEST_KEPT))
                && assignments.of(arrival.deviceId(), said.at).isEmpty()
                && assignments.of(arrival.deviceId(), received).isPresent()) {
            return ofReceipt(received, false);
        }
        Optional<Integer> clock = assignments.clock(arrival.deviceId());
        return clock.isPresent() ? said.judgedBy(clock.get(), received) : said;
    }

    private MeasuredTime judgedBy(int clock, Instant received) {
        if (!DeviceClock.explains(clock, Duration.between(received, at))) {
            return this;
        }
        return clock < -DeviceClock.RESET.toSeconds()
                ? ofReceipt(received, true)
                : new MeasuredTime(at, TimeQuality.SUSPECT, true);
    }

    /// The end of the time within which it was measured, as far as that is said: of a partial date
    /// the end of its day, month or year in UTC, or its receipt.
    static Instant latest(SentTime sent, Instant received) {
        OffsetDateTime start = sent.at().atOffset(ZoneOffset.UTC);
        Instant end =
                switch (sent.precision()) {
                    case DAY -> start.plusDays(1).toInstant();
                    case MONTH -> start.plusMonths(1).toInstant();
                    case YEAR -> start.plusYears(1).toInstant();
                    case INSTANT, RECEIVED, RELATIVE, UNTRUSTED -> sent.at();
                };
        return end.isAfter(received) ? received : end;
    }

    /// Whether what is known of the device may move it to the time of receipt, which is another at
    /// the next sending.
    static boolean mayMove(SentTime sent, Instant received) {
        return sent.precision() != SentTime.Precision.RECEIVED
                && (judge(sent, received).quality == TimeQuality.UNKNOWN
                        || (sent.precision() == SentTime.Precision.INSTANT
                                && sent.at().isBefore(received.minus(DeviceClock.RESET))));
    }
}
