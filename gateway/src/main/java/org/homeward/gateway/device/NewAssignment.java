package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An assignment to make; `from` may lie in the past.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewAssignment(
        @Schema(required = true) UUID patientId,
        @Schema(required = true) Instant from,
        @Nullable Instant to) {}
