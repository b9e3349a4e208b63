package org.homeward.gateway.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// Readings entered by hand, in the form of the device edge.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewReadings(@Schema(required = true) List<NewReading> readings) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewReading(
            @Nullable String id,
            @Schema(required = true) String code,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Schema(required = true) String takenAt,
            @Nullable List<NewComponent> components,
            @Nullable Map<String, String> context) {}

    public record NewComponent(
            @Schema(required = true) String code,
            @Schema(required = true) BigDecimal value,
            @Schema(required = true) String unit) {}

    public NewReadings {
        readings = Given.list(readings);
    }
}
