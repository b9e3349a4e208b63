package org.homeward.ingest.sent;

import java.time.Instant;

/// When the device says it measured.
///
/// @param at the instant; of a partial date the start in UTC
/// @param offsetMinutes the zone offset as sent
public record SentTime(Instant at, int offsetMinutes, Precision precision) {
    public enum Precision {
        INSTANT,
        DAY,
        MONTH,
        YEAR,
        /// It does not say; the instant is when it was heard.
        RECEIVED,
        /// It counted from now; the instant is that much before or after it was heard.
        RELATIVE,
        /// It says an instant, and its clock could not be read: the instant may be any.
        UNTRUSTED
    }

    public static SentTime exact(Instant at, int offsetMinutes) {
        return new SentTime(at, offsetMinutes, Precision.INSTANT);
    }
}
