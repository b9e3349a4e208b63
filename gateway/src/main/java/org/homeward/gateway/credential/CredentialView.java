package org.homeward.gateway.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a device proves itself with, never with its secret. `rotateBy` is when another should have
/// taken its place; `validUntil` is there once one has.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialView(
        @Schema(required = true) UUID id,
        @Schema(
                        required = true,
                        enumeration = {"token", "certificate"})
                String kind,
        @Schema(
                        required = true,
                        enumeration = {"active", "ending", "ended", "revoked"})
                String status,
        @Schema(required = true) Instant madeAt,
        @Schema(required = true) String madeBy,
        @Schema(required = true) Instant rotateBy,
        @Nullable Instant validUntil,
        @Nullable Instant revokedAt) {}
