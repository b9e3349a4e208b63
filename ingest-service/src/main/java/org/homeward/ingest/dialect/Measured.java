package org.homeward.ingest.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.homeward.events.Era;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.sent.SentTime;

/// When a device says that it measured, in the numbers of formats that have no time zone.
final class Measured {
    /// RFC 8428 section 4.5.3: below it a time is counted from now.
    private static final BigDecimal ABSOLUTE = BigDecimal.valueOf(1L << 28);

    /// The end of the last day but one of the year 9999, as [Era] has it.
    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_214_400L);

    private Measured() {}

    /// A device that knows no time: it measured when it was heard.
    static SentTime unsaid(Instant received) {
        return new SentTime(received, 0, SentTime.Precision.RECEIVED);
    }

    /// SenML's time: of the epoch, or counted from receipt; zero is "about now".
    static SentTime senml(BigDecimal seconds, Instant received, String field) throws Fault {
        if (seconds.signum() == 0) {
            return unsaid(received);
        }
        if (seconds.compareTo(LAST) > 0 || seconds.compareTo(ABSOLUTE.negate()) < 0) {
            throw Fault.invalid(field, "is no time of this era");
        }
        return seconds.compareTo(ABSOLUTE) >= 0
                ? SentTime.exact(Instant.EPOCH.plus(duration(seconds)), 0)
                : new SentTime(received.plus(duration(seconds)), 0, SentTime.Precision.RELATIVE);
    }

    /// Milliseconds of the epoch.
    static SentTime millis(long millis, String field) throws Fault {
        Instant at = Instant.ofEpochMilli(millis);
        if (millis < 0 || !Era.clamp(at).equals(at)) {
            throw Fault.invalid(field, "is no time of this era");
        }
        return SentTime.exact(at, 0);
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos =
                seconds.subtract(whole)
                        .movePointRight(9)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        return Duration.ofSeconds(whole.longValueExact(), nanos);
    }
}
