package org.homeward.followup.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
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
    String key() {
        return code + " " + priority;
    }

    /// Whether the draft asks for exactly this; 37.0 and 37.00 are the same limit.
    boolean isWhat(ThresholdDraft draft) {
        return code.equals(draft.code())
                && priority.equals(draft.priority())
                && same(low, draft.low())
                && same(high, draft.high())
                && same(exitBand, draft.exitBand())
                && Objects.equals(confirm, draft.confirm())
                && Objects.equals(to, draft.to());
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }
}
