package org.homeward.followup.task;

import java.util.UUID;

/// A task's id: the UUIDv5 of episode and plan step, so that an alert told twice opens one task.
public record TaskId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
