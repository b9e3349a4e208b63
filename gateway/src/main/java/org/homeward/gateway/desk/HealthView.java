package org.homeward.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// How a device is that somebody wears: `usualGapSeconds` is the longest time between two sightings
/// that is usual for it, `silentSince` is there when it has been quiet for more than twice that.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeviceHealthView")
public record HealthView(
        @Schema(required = true) UUID deviceId,
        @Nullable String label,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String firmware,
        @Nullable Instant lastSeenAt,
        @Nullable Long usualGapSeconds,
        @Nullable Instant silentSince,
        @Nullable Integer battery,
        @Nullable Instant rotateBy,
        @Schema(required = true, description = "Kinds of open concerns") List<String> concerns) {
    public HealthView {
        concerns = Given.list(concerns);
    }
}
