package org.homeward.followup.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.http.body.Words;
import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.Closing;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskFacts;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        UUID id,
        UUID patientId,
        UUID episodeId,
        List<UUID> alertIds,
        String kind,
        Words title,
        String priority,
        String status,
        @Nullable String assignee,
        @Nullable UUID teamId,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant completedAt,
        @Nullable String completedBy,
        @Nullable String outcome,
        @Nullable String note,
        int version) {

    static TaskView of(Task task) {
        TaskFacts facts = task.facts();
        Closing closing = task instanceof ClosedTask closed ? closed.closing() : null;
        return new TaskView(
                facts.id().value(),
                facts.patientId().value(),
                facts.episodeId(),
                facts.alertIds(),
                facts.kind().code(),
                new Words(facts.kind().en(), facts.kind().fr()),
                facts.priority().code(),
                task.status(),
                task.assignee(),
                facts.teamId(),
                facts.openedAt(),
                facts.dueAt(),
                closing == null ? null : closing.at(),
                closing == null || closing.by().isEmpty() ? null : closing.by(),
                closing == null ? null : closing.outcome(),
                closing == null ? null : closing.note(),
                task.version());
    }
}
