package org.homeward.followup.task;

import org.jspecify.annotations.Nullable;

/// A task in one of its states; only an open one can change.
///
/// `version` rises with each change.
public sealed interface Task permits OpenTask, ClosedTask {
    TaskFacts facts();

    @Nullable Claim claim();

    int version();

    /// open, completed or cancelled.
    String status();

    default @Nullable String assignee() {
        Claim claim = claim();
        return claim == null ? null : claim.by();
    }
}
