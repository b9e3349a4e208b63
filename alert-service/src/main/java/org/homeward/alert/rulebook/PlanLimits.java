package org.homeward.alert.rulebook;

import java.math.BigDecimal;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Origin;
import org.homeward.alert.rule.Priority;
import org.jspecify.annotations.Nullable;

/// One threshold of a patient's plan, as it was published. What is null or absent is the default
/// pack's.
///
/// @param code canonical LOINC code of a measure or of a panel's component
/// @param low the last value in range
/// @param high the last value in range
public record PlanLimits(
        String id,
        String code,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal exitBand,
        @Nullable Confirm confirm,
        Priority priority,
        Period period,
        Origin origin) {

    public @Nullable BigDecimal limit(Direction direction) {
        return direction == Direction.LOW ? low : high;
    }
}
