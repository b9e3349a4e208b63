package org.homeward.ingest.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The valid values of one quantity within one hour or day.
///
/// @param code canonical
/// @param unit UCUM
/// @param start of the hour or of the caller's day
/// @param mean rounded to two digits more than a value has
/// @param bands null for quantities that have no range
public record Bucket(
        String code,
        String unit,
        Instant start,
        int count,
        BigDecimal min,
        BigDecimal max,
        BigDecimal mean,
        @Nullable Bands bands) {

    /// How many of the values lie in which band; together they are the count. Glucose: Battelino et
    /// al., Diabetes Care 2019;42(8):1593.
    public record Bands(int veryLow, int low, int inRange, int high, int veryHigh) {}
}
