package org.homeward.gateway.hub;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A device that a hub is to speak for; from now until further notice unless said.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewHubDevice(
        @Schema(required = true) UUID deviceId, @Nullable Instant from, @Nullable Instant to) {}
