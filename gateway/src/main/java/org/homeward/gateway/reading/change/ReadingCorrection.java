package org.homeward.gateway.reading.change;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a reading should have said: a value with its unit, or all components of a panel.
///
/// @param version of which the clinician speaks; another one is a conflict
@Schema(name = "ReadingCorrection")
public record ReadingCorrection(
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable List<Part> components,
        @Schema(required = true) String note,
        @Nullable Integer version) {
    /// A component; its unit may be the correction's.
    @Schema(name = "CorrectedComponent")
    public record Part(
            @Schema(required = true) String code,
            @Schema(required = true) BigDecimal value,
            @Nullable String unit) {}
}
