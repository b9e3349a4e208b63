package org.homeward.followup;

import org.homeward.kit.problem.Problem;

/// Whether the caller has seen what is about to be changed.
public final class Preconditions {
    private Preconditions() {}

    public static void require(boolean present) {
        if (!present) {
            throw new Problem(412, "STALE", "It was changed meanwhile; read it again.");
        }
    }
}
