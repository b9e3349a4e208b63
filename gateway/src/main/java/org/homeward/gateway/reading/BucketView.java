package org.homeward.gateway.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The valid values of one quantity within an hour or a day; `bands` for interstitial glucose
/// alone.
@Schema(name = "BucketView")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BucketView(
        @Schema(required = true) String code,
        @Schema(required = true, description = "UCUM") String unit,
        @Schema(required = true, description = "Start of the hour or of the day") Instant start,
        @Schema(required = true) int count,
        @Schema(required = true) BigDecimal min,
        @Schema(required = true) BigDecimal max,
        @Schema(required = true) BigDecimal mean,
        @Nullable Bands bands) {

    /// How many of the values lie in which band of time in range; together they are the count.
    @Schema(
            name = "BandsView",
            description =
                    "mg/dL: below 54, 54-69, 70-180, 181-250, above 250 (Diabetes Care 42(8):1593)")
    public record Bands(
            @Schema(required = true) int veryLow,
            @Schema(required = true) int low,
            @Schema(required = true) int inRange,
            @Schema(required = true) int high,
            @Schema(required = true) int veryHigh) {}
}
