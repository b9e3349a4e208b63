package org.homeward.ingest.redrive;

import io.smallrye.mutiny.Uni;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;

/// A way by which what was refused can go again.
public interface Way {
    /// Whether the refusal is of this way and holds all that is needed.
    boolean takes(Refusal refusal);

    /// Sends it through the same door with its first time of receipt and identity. Accepted means
    /// durable; fails when that is not certain, and then the same may be sent again.
    Uni<Verdict> again(Refusal refusal);

    /// What the door said.
    ///
    /// @param fault null if it was accepted
    record Verdict(@Nullable String fault) {
        public static final Verdict ACCEPTED = new Verdict(null);
    }
}
