package org.homeward.ingest.registry;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.sent.SelfReport;

/// Where it is kept when devices were heard. Fails when the store cannot be reached.
public interface DeviceSightings {
    /// A device was heard.
    ///
    /// @param report what it said of itself
    record Sighting(UUID deviceId, Instant at, SelfReport report) {}

    Uni<Void> seen(List<Sighting> sightings);

    /// Who wears a device now; empty if nobody does.
    Uni<Optional<UUID>> wearer(UUID deviceId);
}
