package org.homeward.gateway.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A patient's record shared with a practitioner.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShareView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) String practitionerId,
        @Nullable String purpose,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant endedAt,
        @Nullable String grantedBy,
        @Nullable Instant grantedAt) {}
