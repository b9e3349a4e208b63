package org.homeward.followup.episode;

import java.util.List;
import org.homeward.followup.task.TaskEffect;

/// What follows from a fact about an alert: what to remember of it, and what happens to tasks.
public record FollowUp(FollowedAlert alert, List<TaskEffect> effects) {
    public FollowUp {
        effects = List.copyOf(effects);
    }
}
