package org.homeward.followup.plan;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The limits of one measure for one patient. `low` and `high` are the last values in range.
///
/// @param priority of the alert that it raises: critical, high, medium or low
/// @param exitBand absent: the default pack's holds
/// @param from since when it holds; set when it is made or changed, like all that follows `to`
/// @param origin pack, condition or patient
/// @param planVersion the plan's version that brought it
public record Threshold(
        String id,
        String code,
        String priority,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal exitBand,
        @Nullable Confirm confirm,
        Instant from,
        @Nullable Instant to,
        String origin,
        String author,
        String reason,
        int planVersion) {

    public Period period() {
        return new Period(from, to);
    }

    /// Two thresholds of one key would contradict each other.
    public String key() {
        return code + " " + priority;
    }
}
