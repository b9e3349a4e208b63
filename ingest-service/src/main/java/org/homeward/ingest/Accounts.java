package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import java.util.List;

/// What became of everything in the log, to be looked at. Fails when the store cannot be reached.
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
}
