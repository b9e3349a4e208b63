package org.homeward.alert.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The numbers of a threshold.
///
/// @param edge the number in the comparison
/// @param inclusive whether the edge itself is red (`<= 91`) or still in range (`< 54`)
/// @param exit how far beyond the edge, on the safe side, the condition ends
/// @param urgent beyond this a single sample is not confirmed; null if there is no such limit
public record Band(
        BigDecimal edge, boolean inclusive, BigDecimal exit, @Nullable BigDecimal urgent) {
    public Band {
        if (exit.signum() < 0) {
            throw new IllegalArgumentException("an exit band is not negative");
        }
    }
}
