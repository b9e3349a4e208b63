package org.homeward.alert.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The chart's resolution, to which a value is brought before it is compared (NEWS2 leaves this
/// open; the choices are in default-pack.csv).
///
/// @param decimals places kept; negative for no rounding at all
/// @param worse whether a fraction takes the worse neighbour in place of half up: down for a low
///   rule, up for a high one, since on oxygen a higher SpO2 is not the safer one
public record Rounding(int decimals, boolean worse) {
    public static final Rounding NONE = new Rounding(-1, false);

    public Score round(Score score, Direction direction) {
        BigDecimal number = score.number();
        if (number == null || decimals < 0) {
            return score;
        }
        return Score.of(number.setScale(decimals, mode(direction)));
    }

    /// One step of the chart; zero without rounding.
    public BigDecimal step() {
        return decimals < 0 ? BigDecimal.ZERO : BigDecimal.ONE.movePointLeft(decimals);
    }

    private RoundingMode mode(Direction direction) {
        if (!worse) {
            return RoundingMode.HALF_UP;
        }
        return direction == Direction.LOW ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }
}
