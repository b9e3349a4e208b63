package org.homeward.followup.plan;

import java.math.BigDecimal;
import java.time.Instant;
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
}
