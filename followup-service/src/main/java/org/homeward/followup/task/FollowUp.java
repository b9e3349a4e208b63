package org.homeward.followup.task;

import java.util.List;

/// What follows from a fact about an alert: what to remember of it, and what happens to tasks.
public record FollowUp(FollowedAlert alert, List<TaskEffect> effects) {
    public FollowUp {
        effects = List.copyOf(effects);
    }
}
