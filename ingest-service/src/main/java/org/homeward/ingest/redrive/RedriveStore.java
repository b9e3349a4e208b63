package org.homeward.ingest.redrive;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/// Where refusals and what became of them are kept. Fails when the store cannot be reached.
public interface RedriveStore {
    Uni<Optional<KeptRefusal>> find(UUID id);

    /// Notes that it goes now; false if it was accepted before, or if another sends it this minute.
    Uni<Boolean> claim(UUID id, String by);

    /// Notes what became of it, unless the store refused it again meanwhile.
    Uni<Void> settle(UUID id, Way.Verdict verdict);
}
