package org.homeward.gateway.edge;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// Times that a caller sends, of years that a store can hold.
public final class Times {
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /// A time with its zone's offset.
    ///
    /// @throws DateTimeException if it is no time, or outside the years 1 to 9999
    public static OffsetDateTime parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("outside the years 1 to 9999");
        }
        return time;
    }
}
