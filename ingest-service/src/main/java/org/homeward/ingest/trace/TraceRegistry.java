package org.homeward.ingest.trace;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What is known of devices for a recall. Fails when the store cannot be reached.
public interface TraceRegistry {
    /// Empty if there is no such device.
    Uni<Optional<UUID>> change(UUID device, TraceChange change, Instant at, String by);
}
