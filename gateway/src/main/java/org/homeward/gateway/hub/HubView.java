package org.homeward.gateway.hub;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// That a hub may speak for a device, from when until when.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HubView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID hubId,
        @Schema(required = true) UUID deviceId,
        @Schema(required = true) Instant from,
        @Nullable Instant to,
        @Schema(required = true) Instant madeAt,
        @Schema(required = true) String madeBy) {}
