package org.homeward.followup.http.body;

import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// How many items a list's page holds.
public final class Limits {
    public static final int DEFAULT = 50;
    private static final int MOST = 200;

    private Limits() {}

    /// How many of a list are given.
    ///
    /// @throws Problem 400 if it is not 1 to 200
    public static int of(@Nullable Integer asked) {
        int limit = asked == null ? DEFAULT : asked;
        if (limit < 1 || limit > MOST) {
            throw new Problem(400, "BAD_LIMIT", "The limit must be 1 to " + MOST + ".")
                    .field("limit", "must be 1 to " + MOST);
        }
        return limit;
    }
}
