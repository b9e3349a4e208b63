package org.homeward.gateway.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One version in a plan's history.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanVersion(
        @Schema(required = true) int version,
        @Nullable String author,
        @Nullable Instant at,
        @Nullable String reason) {}
