package org.homeward.gateway.credential;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The only copy of a device's one-time code, as it is to stand on the kit's label.
public record NewClaimCode(
        @Schema(required = true) UUID deviceId,
        @Schema(required = true) String claimCode,
        @Schema(required = true) Instant expiresAt) {}
