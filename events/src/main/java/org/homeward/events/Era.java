package org.homeward.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The times that this platform keeps. Java and the wire can name instants that no store can hold
/// and no arithmetic stands; they are refused where they come in.
public final class Era {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Era() {}

    /// The instant itself.
    ///
    /// @throws DateTimeException if it is outside the years 1 to 9999
    public static Instant check(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new DateTimeException("no year of this era");
        }
        return at;
    }

    /// The date itself.
    ///
    /// @throws DateTimeException if it is outside the years 1 to 9999
    public static LocalDate check(LocalDate date) {
        check(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        return date;
    }

    /// The nearest instant that is kept.
    public static Instant clamp(Instant at) {
        return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    }
}
