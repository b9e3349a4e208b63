package org.homeward.ingest.registry;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where it is kept when devices were heard. Fails when the store cannot be reached.
public interface DeviceSightings {
    /// A device was heard.
    ///
    /// @param battery percent; null if it did not say
    record Sighting(UUID deviceId, Instant at, @Nullable Integer battery) {}

    Uni<Void> seen(List<Sighting> sightings);
}
