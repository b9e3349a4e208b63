package org.homeward.followup.db.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Claim;
import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.Closing;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Priority;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskFacts;
import org.homeward.followup.task.TaskId;
import org.homeward.followup.task.TaskKind;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "task")
@SuppressWarnings("NullAway.Init")
class TaskEntity {
    @Id UUID id;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "episode_id")
    UUID episodeId;

    @Column(name = "alert_ids")
    UUID[] alertIds;

    String kind;
    String priority;

    @Column(name = "team_id")
    @Nullable UUID teamId;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Nullable String assignee;

    @Column(name = "claimed_at")
    @Nullable Instant claimedAt;

    String status;

    @Column(name = "closed_by")
    @Nullable String closedBy;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Nullable String outcome;
    @Nullable String note;
    int version;

    static TaskEntity from(Task task) {
        TaskEntity entity = new TaskEntity();
        TaskFacts facts = task.facts();
        entity.id = facts.id().value();
        entity.patientId = facts.patientId().value();
        entity.episodeId = facts.episodeId();
        entity.kind = facts.kind().code();
        entity.teamId = facts.teamId();
        entity.openedAt = facts.openedAt();
        entity.write(task);
        return entity;
    }

    void write(Task task) {
        alertIds = task.facts().alertIds().toArray(UUID[]::new);
        priority = task.facts().priority().code();
        dueAt = task.facts().dueAt();
        Claim claim = task.claim();
        assignee = claim == null ? null : claim.by();
        claimedAt = claim == null ? null : claim.at();
        status = task.status();
        version = task.version();
        if (task instanceof ClosedTask closed) {
            Closing closing = closed.closing();
            closedBy = closing.by();
            closedAt = closing.at();
            outcome = closing.outcome();
            note = closing.note();
        }
    }

    Task toDomain() {
        TaskFacts facts =
                new TaskFacts(
                        new TaskId(id),
                        new PatientId(patientId),
                        episodeId,
                        List.of(alertIds),
                        TaskKind.of(kind).orElseThrow(),
                        Priority.of(priority).orElseThrow(),
                        teamId,
                        openedAt,
                        dueAt);
        Claim claim = claimedAt == null ? null : new Claim(assignee, claimedAt);
        return closedAt == null
                ? new OpenTask(facts, claim, version)
                : new ClosedTask(facts, claim, closing(closedAt), version);
    }

    private Closing closing(Instant at) {
        return new Closing(
                status.equals("completed"),
                Objects.requireNonNullElse(closedBy, ""),
                at,
                Objects.requireNonNullElse(outcome, ""),
                note);
    }
}
