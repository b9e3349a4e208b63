package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;

/// What became of everything that was sent, to be looked at. Fails when the store cannot be
/// reached.
public interface Accounts {
    /// One partition's account.
    record Partition(
            int partition,
            long position,
            long items,
            long stored,
            long duplicate,
            long quarantined,
            long refused,
            long conflict,
            long unaccounted) {}

    Uni<List<Partition>> conservation();

    /// Refusals newest first.
    Uni<Page<Refusal>> refusals(
            @Nullable UUID deviceId, @Nullable String reason, int limit, @Nullable Cursor after);
}
