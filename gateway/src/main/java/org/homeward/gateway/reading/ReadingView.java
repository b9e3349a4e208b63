package org.homeward.gateway.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A reading as stored: canonical code, unit and times. `value` and `unit` are absent for a panel.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadingView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) String code,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable String special,
        @Schema(required = true) List<Component> components,
        @Schema(required = true) Instant measuredAt,
        @Schema(required = true) Instant receivedAt,
        @Nullable Instant recordedAt,
        @Schema(
                        required = true,
                        enumeration = {"exact", "suspect", "date-only", "unknown"})
                String timeQuality,
        @Schema(
                        required = true,
                        enumeration = {"valid", "questioned", "invalid"})
                String validity,
        @Schema(required = true) List<String> flags,
        @Nullable UUID deviceId,
        @Schema(required = true) int version,
        @Nullable String sourceCode,
        @Nullable BigDecimal sourceValue,
        @Nullable String sourceUnit,
        Map<String, Object> context) {
    @Schema(name = "ReadingComponent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Component(
            @Schema(required = true) String code,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String special) {}

    public ReadingView {
        components = Given.list(components);
        flags = Given.list(flags);
        context = Given.map(context);
    }
}
