package org.homeward.ingest.rollup;

import java.math.BigDecimal;
import java.time.Instant;

/// The valid values of one quantity within one hour or day.
///
/// @param code canonical
/// @param unit UCUM
/// @param start of the hour or of the caller's day
/// @param mean rounded to two digits more than a value has
public record Bucket(
        String code,
        String unit,
        Instant start,
        int count,
        BigDecimal min,
        BigDecimal max,
        BigDecimal mean) {}
