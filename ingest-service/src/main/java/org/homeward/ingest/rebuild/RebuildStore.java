package org.homeward.ingest.rebuild;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;

/// The new store, and what it takes from the old one. Fails when the store cannot be reached.
public interface RebuildStore {
    /// What the log does not hold, before anything is stored.
    Uni<Void> carryOver(String from);

    /// What was decided at its time and does not follow from the log, when all is stored.
    Uni<Void> carryDecided(String from);

    /// What a store holds of one kind, whatever the order.
    record Sum(String part, long items, BigDecimal checksum) {}

    /// Of the old store, once its rollups are up to date.
    Uni<List<Sum>> sumsOf(String schema);

    /// Of the new store.
    Uni<List<Sum>> sums();
}
