package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/// Work that housekeeping does at every turn, one after the other's end. Several instances doing
/// the same at once do no harm.
public interface Regular {
    /// As the log calls it.
    String title();

    Uni<Void> turn();

    /// How long after one turn's end the next begins.
    ///
    /// @param usual what is configured
    default Duration every(Duration usual) {
        return usual;
    }
}
