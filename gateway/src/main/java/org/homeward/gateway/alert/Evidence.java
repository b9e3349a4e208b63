package org.homeward.gateway.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// Why an alert arose: the readings, the rule and its version, where the threshold came from, what
/// was suppressed and why.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        @Schema(required = true) List<EvidenceReading> readings,
        @Nullable EvidenceRule rule,
        @Nullable EvidenceThreshold threshold,
        List<Suppressed> suppressed) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EvidenceReading(
            @Schema(required = true) UUID id,
            @Nullable String code,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable Instant measuredAt,
            @Nullable Instant receivedAt,
            @Nullable String timeQuality,
            @Nullable String validity,
            @Nullable String role) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EvidenceRule(
            @Nullable String id,
            @Nullable String version,
            @Nullable String pack,
            @Nullable String source) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EvidenceThreshold(
            @Nullable String code,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal exitBand,
            @Nullable Confirm confirm,
            @Nullable String origin,
            @Nullable String author,
            @Nullable Integer planVersion) {}

    public record Confirm(@Schema(required = true) int n, @Schema(required = true) int of) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suppressed(@Nullable UUID readingId, @Nullable String reason) {}

    public Evidence {
        readings = Given.list(readings);
        suppressed = Given.list(suppressed);
    }
}
