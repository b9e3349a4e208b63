package org.homeward.ingest.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A device that speaks for others, and for which. What counts is when it speaks, not when was
/// measured: it may bring what it kept before it was allowed to, and nothing once that has ended.
///
/// @param serial its own
/// @param label its own
/// @param charges those that it acts for, will act for, or once did
public record Hub(UUID id, @Nullable String serial, @Nullable String label, List<Charge> charges) {
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

    /// Whether it ever was let act for another; whoever was not is a device like most.
    public boolean isOne() {
        return !charges.isEmpty();
    }

    /// The device with this id, if it may speak for it.
    public Optional<UUID> device(UUID named, Instant at) {
        return one(charged(charge -> charge.deviceId().equals(named), at));
    }

    /// The device that it calls so, by serial number, label or id; empty also if several are.
    public Optional<UUID> device(String name, Instant at) {
        return one(charged(charge -> charge.is(name), at));
    }

    /// The device that is meant, itself among them; itself also where nothing is said. Empty if it
    /// may not speak for it, or if several are.
    public Optional<UUID> device(Called called, Instant at) {
        if (called.equals(Called.UNSAID)) {
            return Optional.of(id);
        }
        Stream<UUID> others =
                charged(charge -> called.is(charge.deviceId, charge.serial, charge.label), at);
        return one(called.is(id, serial, label) ? Stream.concat(others, Stream.of(id)) : others);
    }

    private Stream<UUID> charged(Predicate<Charge> which, Instant at) {
        return charges.stream()
                .filter(charge -> charge.holds(at) && which.test(charge))
                .map(Charge::deviceId);
    }

    private static Optional<UUID> one(Stream<UUID> devices) {
        List<UUID> found = devices.distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
