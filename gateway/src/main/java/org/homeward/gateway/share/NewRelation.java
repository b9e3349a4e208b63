package org.homeward.gateway.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A login to link with a patient: the patient's own (`self`) or a carer's (`delegation`).
///
/// @param subject the Keycloak subject
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewRelation(
        @Schema(
                        required = true,
                        enumeration = {"self", "delegation"})
                String kind,
        @Schema(required = true) String subject,
        @Nullable String purpose,
        @Nullable Instant until) {}
