package org.homeward.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the device desk must look at about a device; one is open for a device and kind.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeviceConcernView")
public record ConcernView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID deviceId,
        @Schema(required = true, description = "Such as battery-low, silent, clock-fault")
                String kind,
        @Schema(required = true) String detail,
        @Schema(
                        required = true,
                        enumeration = {"open", "closed"})
                String status,
        @Schema(required = true) Instant since,
        @Schema(required = true) Instant lastAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String note) {}
