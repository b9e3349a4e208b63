package org.homeward.ingest.device;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The assignments of the devices at hand, as one snapshot of the registry.
public final class Assignments {
    private final Map<UUID, List<Assignment>> byDevice;

    public Assignments(Collection<Assignment> assignments) {
        byDevice = assignments.stream().collect(Collectors.groupingBy(Assignment::deviceId));
    }

    public Optional<Assignment> of(UUID device, Instant at) {
        return byDevice.getOrDefault(device, List.of()).stream()
                .filter(assignment -> assignment.covers(at))
                .findFirst();
    }

    /// The same for what was measured at some time from one instant until another: empty unless one
    /// patient had the device all the while.
    public Optional<Assignment> of(UUID device, Instant from, Instant until) {
        return of(device, from).filter(assignment -> assignment.lastsUntil(until));
    }

    /// By how many seconds the clock of a device that is anybody's is ahead, where it is known to
    /// be wrong.
    public Optional<Integer> clock(UUID device) {
        return byDevice.getOrDefault(device, List.of()).stream()
                .flatMap(assignment -> Optional.ofNullable(assignment.clock()).stream())
                .findFirst();
    }

    /// By what the other ways of a device are known that is anybody's; empty if it has none.
    public Optional<Assignment.Twins> twins(UUID device) {
        return byDevice.getOrDefault(device, List.of()).stream()
                .flatMap(assignment -> Optional.ofNullable(assignment.twins()).stream())
                .findFirst();
    }
}
