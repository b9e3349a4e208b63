package org.homeward.ingest.http.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.device.Device;
import org.homeward.ingest.device.Udi;
import org.homeward.ingest.registry.DeviceRegistry;
import org.jspecify.annotations.Nullable;

/// A device as the gateway sees it; with its token in the answer to its registration alone.
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceView(
        UUID id,
        String kind,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String label,
        String status,
        Instant registeredAt,
        @Nullable Instant lastSeenAt,
        @Nullable Integer battery,
        @Nullable String profile,
        @Nullable Udi udi,
        @Nullable String firmware,
        @Nullable LocalDate calibrationDue,
        @Nullable Integer clockOffsetSeconds,
        @Nullable Instant clockCheckedAt,
        @Nullable Instant clockWrongSince,
        List<AssignmentView> assignments,
        @Nullable String token) {

    /// Who wears it when.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentView(
            UUID id, UUID patientId, @Nullable Instant from, @Nullable Instant to, int version) {
        static AssignmentView of(Device.Wearing w) {
            return new AssignmentView(w.id(), w.patientId(), w.from(), w.until(), w.version());
        }

        static AssignmentView of(DeviceRegistry.NewAssignment a) {
            return new AssignmentView(a.id(), a.patientId(), a.from(), a.until(), 1);
        }
    }

    static DeviceView of(Device device, @Nullable String token) {
        Device.Description d = device.description();
        Device.@Nullable Clock clock = device.clock();
        return new DeviceView(
                device.id(),
                d.kind(),
                d.manufacturer(),
                d.model(),
                d.serial(),
                d.label(),
                device.disabled() ? "disabled" : "active",
                device.registeredAt(),
                device.lastSeenAt(),
                device.battery(),
                device.profile(),
                device.traces().udi(),
                device.traces().firmware(),
                device.traces().calibrationDue(),
                clock == null ? null : clock.offsetSeconds(),
                clock == null ? null : clock.checkedAt(),
                clock == null ? null : clock.wrongSince(),
                device.assignments().stream().map(AssignmentView::of).toList(),
                token);
    }
}
