package org.homeward.gateway.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a job is that sends many refusals again; `skipped` are those that no door takes again.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedriveView(
        @Schema(required = true) UUID id,
        @Schema(
                        required = true,
                        enumeration = {"running", "finished"})
                String state,
        @Schema(required = true) Instant madeAt,
        @Schema(required = true) String madeBy,
        @Schema(required = true) int total,
        @Schema(required = true) int accepted,
        @Schema(required = true) int refused,
        @Schema(required = true) int skipped,
        @Nullable Instant finishedAt) {}
