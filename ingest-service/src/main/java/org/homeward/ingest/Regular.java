package org.homeward.ingest;

import io.smallrye.mutiny.Uni;

/// Work that housekeeping does at every turn, one after the other's end. Several instances doing
/// the same at once do no harm.
public interface Regular {
    /// As the log calls it.
    String title();

    Uni<Void> turn();
}
