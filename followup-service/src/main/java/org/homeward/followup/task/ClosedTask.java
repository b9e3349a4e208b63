package org.homeward.followup.task;

import org.jspecify.annotations.Nullable;

/// A task that was done, or that nobody needs to do any more.
public record ClosedTask(TaskFacts facts, @Nullable Claim claim, Closing closing, int version)
        implements Task {
    @Override
    public String status() {
        return closing.done() ? "completed" : "cancelled";
    }
}
