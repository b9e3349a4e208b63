package org.homeward.gateway.worklist;

import java.util.Arrays;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The worklist's tabs, each a condition on a row; $5 is the caller.
enum Tab {
    ALL("all", "true"),
    NEEDS_ACTION("needs-action", "p.next_action <> 'none'"),
    MINE("mine", "p.claimed_by = $5"),
    NOT_MONITORED("not-monitored", "p.monitoring not in ('monitored', 'paused')");

    private final String wireName;
    private final String condition;

    Tab(String wireName, String condition) {
        this.wireName = wireName;
        this.condition = condition;
    }

    String wireName() {
        return wireName;
    }

    String condition() {
        return condition;
    }

    static Tab of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return ALL;
        }
        return Arrays.stream(values())
                .filter(tab -> tab.wireName.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem(
                                                400,
                                                "BAD_PARAMETER",
                                                "A query parameter cannot be read.")
                                        .field("tab", "unknown"));
    }
}
