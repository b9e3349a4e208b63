package org.homeward.followup.draft;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.homeward.followup.plan.Confirm;
import org.homeward.followup.plan.Threshold;
import org.jspecify.annotations.Nullable;

/// A threshold as somebody asks for it.
///
/// @param id null: a new one, unless there is one of the same code and priority
/// @param priority empty: as it is, or high for a new one
public record ThresholdDraft(
        @Nullable String id,
        String code,
        String priority,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal exitBand,
        @Nullable Confirm confirm,
        @Nullable Instant to) {

    String key() {
        return code + " " + priority;
    }

    ThresholdDraft as(String canonical, String settled) {
        return new ThresholdDraft(id, canonical, settled, low, high, exitBand, confirm, to);
    }

    /// Whether it asks for exactly what holds; 37.0 and 37.00 are the same limit.
    boolean isWhat(Threshold known) {
        return code.equals(known.code())
                && priority.equals(known.priority())
                && same(low, known.low())
                && same(high, known.high())
                && same(exitBand, known.exitBand())
                && Objects.equals(confirm, known.confirm())
                && Objects.equals(to, known.to());
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }
}
