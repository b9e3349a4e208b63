package org.homeward.ingest.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A device that speaks for others, and for which. What counts is when it speaks, not when was
/// measured: it may bring what it kept before it was allowed to, and nothing once that has ended.
public record Hub(UUID id, List<Charge> charges) {
    public Hub {
        charges = List.copyOf(charges);
    }

    /// A device it acts for, and from when until when.
    public record Charge(
            UUID deviceId,
            @Nullable String serial,
            @Nullable String label,
            Instant from,
            @Nullable Instant to) {
        private boolean holds(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }

        private boolean is(String name) {
            return name.equals(serial)
                    || name.equals(label)
                    || name.equalsIgnoreCase(deviceId.toString());
        }
    }

    /// The device with this id, if it may speak for it.
    public Optional<UUID> device(UUID named, Instant at) {
        return one(charge -> charge.deviceId().equals(named), at);
    }

    /// The device that it calls so, by serial number, label or id; empty also if several are.
    public Optional<UUID> device(String name, Instant at) {
        return one(charge -> charge.is(name), at);
    }

    private Optional<UUID> one(Predicate<Charge> which, Instant at) {
        List<UUID> found =
                charges.stream()
                        .filter(charge -> charge.holds(at) && which.test(charge))
                        .map(Charge::deviceId)
                        .distinct()
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
