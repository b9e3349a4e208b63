package org.homeward.gateway.device;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// What a caller sees of devices.
///
/// @param all every device, no patient
/// @param unworn also devices that nobody wears
/// @param patients whose devices and assignments are shown
record Sight(boolean all, boolean unworn, Set<UUID> patients) {
    static final Sight WITHOUT_PATIENTS = new Sight(true, true, Set.of());

    List<DeviceView> of(List<DeviceView> devices, Instant now) {
        return devices.stream().filter(d -> sees(d, now)).map(this::shown).toList();
    }

    boolean sees(DeviceView device, Instant now) {
        if (all) {
            return true;
        }
        List<AssignmentView> worn =
                device.assignments().stream().filter(a -> holds(a, now)).toList();
        // A device that has moved on to someone else's patient is theirs now.
        return device.assignments().stream().anyMatch(this::isMine)
                ? worn.stream().allMatch(this::isMine)
                : unworn && worn.isEmpty();
    }

    /// What a device sent on a UTC day is shown to whoever sees all, and otherwise where the device
    /// measured that day for the caller's patients and for nobody else's: on the day it was handed
    /// over, the counts hold both wearers' readings.
    boolean sees(DeviceView device, LocalDate day) {
        if (all) {
            return true;
        }
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<AssignmentView> that =
                device.assignments().stream()
                        .filter(a -> a.from().isBefore(end))
                        .filter(a -> a.to() == null || a.to().isAfter(start))
                        .toList();
        return !that.isEmpty() && that.stream().allMatch(this::isMine);
    }

    private static boolean holds(AssignmentView assignment, Instant now) {
        return !assignment.from().isAfter(now)
                && (assignment.to() == null || assignment.to().isAfter(now));
    }

    private boolean isMine(AssignmentView assignment) {
        return patients.contains(Objects.requireNonNullElse(assignment.patientId(), NOBODY));
    }

    DeviceView shown(DeviceView device) {
        return device.with(
                all
                        ? device.assignments().stream().map(AssignmentView::withoutPatient).toList()
                        : device.assignments().stream().filter(this::isMine).toList());
    }

    private static final UUID NOBODY = new UUID(0, 0);
}
