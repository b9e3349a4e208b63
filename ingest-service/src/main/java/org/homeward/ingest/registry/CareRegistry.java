package org.homeward.ingest.registry;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which patients are no longer cared for. An older version than the one held changes nothing.
/// Fails when the store cannot be reached or refuses one of the changes.
public interface CareRegistry {
    /// A patient's care as of one version.
    ///
    /// @param endedAt set when the patient died or was discharged
    record Care(UUID patientId, long version, String monitoring, @Nullable Instant endedAt) {}

    Uni<Void> apply(List<Care> changes);
}
