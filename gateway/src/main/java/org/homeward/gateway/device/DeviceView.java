package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A device. `token` is there once, in the answer to its registration.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceView(
        @Schema(required = true) UUID id,
        @Nullable String kind,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String label,
        @Schema(
                        required = true,
                        enumeration = {"active", "disabled"})
                String status,
        @Nullable Instant registeredAt,
        @Nullable Instant lastSeenAt,
        @Nullable Integer battery,
        @Nullable String profile,
        @Nullable UdiView udi,
        @Nullable String firmware,
        @Nullable LocalDate calibrationDue,
        @Schema(description = "Of the device's clock against ours; less than 0 is behind")
                @Nullable Integer clockOffsetSeconds,
        @Nullable Instant clockCheckedAt,
        @Nullable Instant clockWrongSince,
        @Schema(required = true) List<AssignmentView> assignments,
        @Nullable String token) {
    public DeviceView {
        assignments = Given.list(assignments);
    }

    /// The device with the assignments given.
    public DeviceView with(List<AssignmentView> shown) {
        return new DeviceView(
                id,
                kind,
                manufacturer,
                model,
                serial,
                label,
                status,
                registeredAt,
                lastSeenAt,
                battery,
                profile,
                udi,
                firmware,
                calibrationDue,
                clockOffsetSeconds,
                clockCheckedAt,
                clockWrongSince,
                shown,
                token);
    }
}
