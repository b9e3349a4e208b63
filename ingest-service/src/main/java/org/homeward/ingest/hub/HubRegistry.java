package org.homeward.ingest.hub;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which hub may act for which device. A change is told to the other instances with the same
/// transaction. Fails when the store cannot be reached.
public interface HubRegistry {
    /// That a hub may act for a device.
    ///
    /// @param to null until further notice
    record Authorisation(
            UUID id,
            UUID hubId,
            UUID deviceId,
            Instant from,
            @Nullable Instant to,
            Instant madeAt,
            String madeBy) {}

    /// It acts for that device during that time already.
    final class Overlap extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Overlap() {
            super("overlapping authorisation", null, false, false);
        }
    }

    /// There is no such device to act for.
    final class UnknownDevice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnknownDevice() {
            super("unknown device", null, false, false);
        }
    }

    /// Empty if there is no such hub.
    ///
    /// @throws Overlap as failure
    /// @throws UnknownDevice as failure
    Uni<Optional<Authorisation>> add(Authorisation authorisation);

    /// All that a hub ever had, newest first; empty if there is no such hub.
    Uni<Optional<List<Authorisation>>> of(UUID hub);

    /// Ends one, or lets it end as it has; empty if the hub has none such.
    Uni<Optional<UUID>> end(UUID hub, UUID id, Instant at);
}
