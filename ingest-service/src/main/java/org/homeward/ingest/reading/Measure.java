package org.homeward.ingest.reading;

import java.math.BigDecimal;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.jspecify.annotations.Nullable;

/// One measured quantity in the canonical code and unit, with what was sent where that differs.
///
/// @param value absent when `special` stands in its place or when it is a panel
/// @param source the value as sent; null when conversion changed nothing
public record Measure(
        String code,
        @Nullable BigDecimal value,
        String unit,
        @Nullable Special special,
        String sourceCode,
        SentValue.@Nullable Amount source) {

    static Measure panel(String code, String sourceCode) {
        return new Measure(code, null, "", null, sourceCode, null);
    }
}
