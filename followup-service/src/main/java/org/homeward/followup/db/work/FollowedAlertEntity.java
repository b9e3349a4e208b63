package org.homeward.followup.db.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.homeward.followup.episode.FollowedAlert;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Claim;
import org.homeward.followup.task.TaskId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "followed_alert")
@SuppressWarnings("NullAway.Init")
class FollowedAlertEntity {
    @Id UUID id;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "episode_id")
    @Nullable UUID episodeId;

    @Column(name = "task_id")
    @Nullable UUID taskId;

    @Column(name = "claimed_by")
    @Nullable String claimedBy;

    @Column(name = "claimed_at")
    @Nullable Instant claimedAt;

    @Column(name = "cleared_at")
    @Nullable Instant clearedAt;

    String[] actors;

    static FollowedAlertEntity from(FollowedAlert alert) {
        FollowedAlertEntity entity = new FollowedAlertEntity();
        entity.id = alert.id();
        entity.patientId = alert.patientId().value();
        entity.write(alert);
        return entity;
    }

    void write(FollowedAlert alert) {
        TaskId task = alert.taskId();
        Claim claim = alert.claim();
        episodeId = alert.episodeId();
        taskId = task == null ? null : task.value();
        claimedBy = claim == null ? null : claim.by();
        claimedAt = claim == null ? null : claim.at();
        clearedAt = alert.clearedAt();
        actors = alert.actors().stream().sorted().toArray(String[]::new);
    }

    FollowedAlert toDomain() {
        return new FollowedAlert(
                id,
                new PatientId(patientId),
                episodeId,
                taskId == null ? null : new TaskId(taskId),
                claimedAt == null ? null : new Claim(claimedBy, claimedAt),
                clearedAt,
                Set.of(actors));
    }
}
