package org.homeward.alert.rule;

import java.math.BigDecimal;

/// One limit of one measure in one direction, with its hysteresis and confirmation.
///
/// @param rounding applied to every value before it is compared
/// @param oxygenOnly judges only samples that were not taken on air ("above target on oxygen")
public record Threshold(
        String id,
        String version,
        String code,
        Direction direction,
        Priority priority,
        Band band,
        Confirm confirm,
        Rounding rounding,
        boolean oxygenOnly,
        Origin origin)
        implements Rule {

    /// Whether the sample lies in the band that the rule alerts on.
    public boolean isRed(Sample sample) {
        Score score = sample.score();
        if (score == null || isOutOfScope(sample)) {
            return false;
        }
        int side = compared(score, band.edge());
        return band.inclusive() ? side >= 0 : side > 0;
    }

    /// Whether the sample ends the condition: at least the exit band beyond the edge.
    public boolean isBeyondExit(Sample sample) {
        Score score = sample.score();
        if (score == null) {
            return false;
        }
        if (isOutOfScope(sample)) {
            return true;
        }
        return !isRed(sample) && compared(score, exitLimit()) <= 0;
    }

    /// Whether the sample is red and cannot wait for a repeat.
    public boolean isUrgent(Sample sample) {
        Score score = sample.score();
        BigDecimal urgent = band.urgent();
        return score != null && urgent != null && isRed(sample) && compared(score, urgent) > 0;
    }

    /// The last value in range, as plans give it: 92 for `<= 91` at a resolution of one.
    public BigDecimal lastInRange() {
        if (!band.inclusive()) {
            return band.edge();
        }
        return direction == Direction.LOW
                ? band.edge().add(rounding.step())
                : band.edge().subtract(rounding.step());
    }

    /// The value at which the condition ends.
    public BigDecimal exitLimit() {
        return direction == Direction.LOW
                ? band.edge().add(band.exit())
                : band.edge().subtract(band.exit());
    }

    /// The comparison in signs, such as `<= 91`.
    public String enter() {
        String sign = direction == Direction.LOW ? "<" : ">";
        return sign + (band.inclusive() ? "= " : " ") + band.edge().toPlainString();
    }

    private boolean isOutOfScope(Sample sample) {
        return oxygenOnly && sample.onAir();
    }

    /// Positive when the score lies beyond the limit in the rule's direction.
    private int compared(Score score, BigDecimal limit) {
        int side = rounding.round(score, direction).compareTo(limit);
        return direction == Direction.LOW ? -side : side;
    }
}
