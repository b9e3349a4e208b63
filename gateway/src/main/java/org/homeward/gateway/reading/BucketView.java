package org.homeward.gateway.reading;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The valid values of one quantity within an hour or a day.
@Schema(name = "BucketView")
public record BucketView(
        @Schema(required = true) String code,
        @Schema(required = true, description = "UCUM") String unit,
        @Schema(required = true, description = "Start of the hour or of the day") Instant start,
        @Schema(required = true) int count,
        @Schema(required = true) BigDecimal min,
        @Schema(required = true) BigDecimal max,
        @Schema(required = true) BigDecimal mean) {}
