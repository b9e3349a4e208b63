package org.homeward.ingest.registry;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/// The device that stands for a person who enters a patient's readings by hand, so that these take
/// the way of all others. It has no token. Fails when the store cannot be reached.
public interface VirtualDevices {
    /// Its id, the same for the same person and patient; it exists when the answer is there.
    Uni<UUID> of(String subject, UUID patientId, Instant at);
}
