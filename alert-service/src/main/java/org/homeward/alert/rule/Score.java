package org.homeward.alert.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a device said: a number, or a word that it lies below or above what the device can measure.
/// LO on a glucose meter is less than every number; taking it for no reading would miss the worst.
///
/// @param number the value in the canonical unit; null for a word
/// @param side -1 below range, 1 above range, 0 for a number
public record Score(@Nullable BigDecimal number, int side) {
    public static final Score BELOW_RANGE = new Score(null, -1);
    public static final Score ABOVE_RANGE = new Score(null, 1);

    public Score {
        if ((number == null) != (side != 0) || side < -1 || side > 1) {
            throw new IllegalArgumentException("a score is a number or a side");
        }
    }

    public static Score of(BigDecimal number) {
        return new Score(number, 0);
    }

    /// Negative, zero or positive as this lies below, at or above the limit.
    public int compareTo(BigDecimal limit) {
        return number == null ? side : number.compareTo(limit);
    }
}
