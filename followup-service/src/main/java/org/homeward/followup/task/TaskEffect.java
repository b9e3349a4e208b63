package org.homeward.followup.task;

/// What happened to a task.
public sealed interface TaskEffect {
    Task task();

    record Opened(OpenTask task) implements TaskEffect {}

    record Changed(OpenTask task) implements TaskEffect {}

    record Closed(ClosedTask task) implements TaskEffect {}
}
