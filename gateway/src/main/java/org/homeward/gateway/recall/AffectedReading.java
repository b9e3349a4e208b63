package org.homeward.gateway.recall;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A reading that a recall is about, without its value.
public record AffectedReading(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID deviceId,
        @Schema(required = true) String code,
        @Schema(required = true) Instant measuredAt,
        @Schema(required = true) Instant receivedAt) {}
