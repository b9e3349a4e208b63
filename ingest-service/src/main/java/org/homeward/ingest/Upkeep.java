package org.homeward.ingest;

import io.smallrye.mutiny.Uni;

/// What keeps the store in shape. Fails when the store cannot be reached; the next turn comes.
public interface Upkeep {
    /// Makes the months ahead, forgets message ids past their time, and joins old ranges of the
    /// account where they touch.
    Uni<Void> tidy();
}
