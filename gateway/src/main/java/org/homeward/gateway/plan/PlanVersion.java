package org.homeward.gateway.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// One version in a plan's history, with the thresholds that it put in force.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanVersion(
        @Schema(required = true) int version,
        @Nullable String author,
        @Nullable Instant at,
        @Nullable String reason,
        @Schema(required = true) List<CarePlanView.Threshold> thresholds) {
    public PlanVersion {
        thresholds = Given.list(thresholds);
    }

    /// The version as a carer sees it.
    public PlanVersion withoutThresholds() {
        return new PlanVersion(version, author, at, null, List.of());
    }
}
