package org.homeward.gateway.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A share to grant; the practitioner's id is the Keycloak subject.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewShare(
        @Schema(required = true) String practitionerId,
        @Nullable String purpose,
        @Nullable Instant from,
        @Nullable Instant until) {}
