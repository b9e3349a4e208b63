package org.homeward.ingest.http.internal.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.desk.DeviceHealth;
import org.jspecify.annotations.Nullable;

/// How a device is, as the gateway sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record HealthView(
        UUID deviceId,
        @Nullable String label,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String firmware,
        @Nullable Instant lastSeenAt,
        @Nullable Long usualGapSeconds,
        @Nullable Instant silentSince,
        @Nullable Integer battery,
        @Nullable Instant rotateBy,
        List<String> concerns) {

    static HealthView of(DeviceHealth d) {
        Duration gap = d.heard().usualGap();
        return new HealthView(
                d.id(),
                d.label(),
                d.model(),
                d.serial(),
                d.firmware(),
                d.heard().lastAt(),
                gap == null ? null : gap.toSeconds(),
                d.heard().silentSince(),
                d.battery(),
                d.rotateBy(),
                d.concerns());
    }
}
