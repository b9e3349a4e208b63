package org.homeward.gateway.device;

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

    List<DeviceView> of(List<DeviceView> devices) {
        return devices.stream().filter(this::sees).map(this::shown).toList();
    }

    private boolean sees(DeviceView device) {
        if (all) {
            return true;
        }
        boolean worn = device.assignments().stream().anyMatch(a -> a.to() == null);
        return device.assignments().stream().anyMatch(this::isMine)
                ? isTheirs(device)
                : unworn && !worn;
    }

    /// A device that has moved on to someone else's patient is theirs now.
    private boolean isTheirs(DeviceView device) {
        return device.assignments().stream().filter(a -> a.to() == null).allMatch(this::isMine);
    }

    private boolean isMine(AssignmentView assignment) {
        return patients.contains(Objects.requireNonNullElse(assignment.patientId(), NOBODY));
    }

    private DeviceView shown(DeviceView device) {
        return device.with(
                all
                        ? device.assignments().stream().map(AssignmentView::withoutPatient).toList()
                        : device.assignments().stream().filter(this::isMine).toList());
    }

    private static final UUID NOBODY = new UUID(0, 0);
}
