package org.homeward.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One access as the auditor and the patient read it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant at,
        @Schema(required = true) String actor,
        @Schema(required = true) String role,
        @Schema(required = true) String purpose,
        @Schema(required = true) String method,
        @Schema(required = true) String route,
        @Nullable UUID patientId,
        @Nullable String resourceId,
        @Schema(
                        required = true,
                        enumeration = {"granted", "denied"})
                String decision,
        @Schema(required = true) String ground,
        @Schema(required = true) int status) {}
