package org.homeward.followup.episode;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Claim;
import org.homeward.followup.task.TaskId;
import org.jspecify.annotations.Nullable;

/// What is remembered of an alert, so that facts about it may come twice or in any order.
///
/// @param episodeId null until the alert is raised or cleared
/// @param taskId the task that lists it
/// @param claim a word about who has it in hand, kept for a task that is not there yet
/// @param actors who acknowledged it, got it assigned or resolved it
public record FollowedAlert(
        UUID id,
        PatientId patientId,
        @Nullable UUID episodeId,
        @Nullable TaskId taskId,
        @Nullable Claim claim,
        @Nullable Instant clearedAt,
        Set<String> actors) {

    public FollowedAlert {
        actors = Set.copyOf(actors);
    }

    static FollowedAlert unknown(AlertFact fact) {
        return new FollowedAlert(
                fact.alertId(), fact.patientId(), null, null, null, null, Set.of());
    }

    FollowedAlert inEpisode(UUID episode) {
        return new FollowedAlert(id, patientId, episode, taskId, claim, clearedAt, actors);
    }

    FollowedAlert inTask(TaskId task) {
        return new FollowedAlert(id, patientId, episodeId, task, claim, clearedAt, actors);
    }

    FollowedAlert claimed(Claim next) {
        return new FollowedAlert(id, patientId, episodeId, taskId, next, clearedAt, actors);
    }

    FollowedAlert cleared(Instant at) {
        return new FollowedAlert(id, patientId, episodeId, taskId, claim, at, actors);
    }

    FollowedAlert actedBy(@Nullable String who) {
        if (who == null || actors.contains(who)) {
            return this;
        }
        Set<String> all = new TreeSet<>(actors);
        all.add(who);
        return new FollowedAlert(id, patientId, episodeId, taskId, claim, clearedAt, all);
    }
}
