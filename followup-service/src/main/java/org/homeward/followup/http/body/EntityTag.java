package org.homeward.followup.http.body;

import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A version as an entity tag.
public final class EntityTag {
    private EntityTag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /// The version that `If-Match` names; one that never is, if it is not a tag of ours.
    ///
    /// @throws Problem 428 without the header
    public static int needed(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428, "IF_MATCH_NEEDED", "A change needs If-Match with the version it is of.");
        }
        String tag = ifMatch.strip();
        String quoted = tag.startsWith("W/") ? tag.substring(2) : tag;
        String digits =
                quoted.length() > 2 && quoted.startsWith("\"") && quoted.endsWith("\"")
                        ? quoted.substring(1, quoted.length() - 1)
                        : quoted;
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
