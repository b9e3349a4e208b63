package org.homeward.gateway.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// What became of what was sent. Readings are counted by the UTC day they were measured, refusals
/// by the day they came.
@Schema(name = "Quality")
public record QualityView(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,
        @Schema(required = true) Counts counts,
        @Schema(required = true) Shares shares,
        @Schema(required = true) List<Day> days) {
    public QualityView {
        days = Given.list(days);
    }

    /// Each reading is one of valid, questioned, invalid and voided; late came more than 24 hours
    /// after it was measured.
    @Schema(name = "QualityCounts")
    public record Counts(
            long readings,
            long valid,
            long questioned,
            long invalid,
            long voided,
            long refused,
            long late,
            long bestEffort,
            long uncertainTime) {}

    /// Valid, questioned, invalid, voided and refused of readings and refusals together; late, best
    /// effort and uncertain time of the readings.
    @Schema(name = "QualityShares")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shares(
            @Nullable BigDecimal valid,
            @Nullable BigDecimal questioned,
            @Nullable BigDecimal invalid,
            @Nullable BigDecimal voided,
            @Nullable BigDecimal refused,
            @Nullable BigDecimal late,
            @Nullable BigDecimal bestEffort,
            @Nullable BigDecimal uncertainTime) {}

    /// One day's counts.
    @Schema(name = "QualityDay")
    public record Day(
            @Schema(required = true) LocalDate day,
            long readings,
            long valid,
            long questioned,
            long invalid,
            long voided,
            long refused,
            long late,
            long bestEffort,
            long uncertainTime) {}
}
