package org.homeward.followup.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.Journal;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskEffect;
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.followup.timeline.TimelineKind;

/// Performs what was decided about tasks: stored, told, and written on the timeline.
@ApplicationScoped
class TaskChanges {
    private final Tasks tasks;
    private final Journal journal;

    @Inject
    TaskChanges(Tasks tasks, Journal journal) {
        this.tasks = tasks;
        this.journal = journal;
    }

    /// Needs a transaction.
    Uni<Void> apply(List<TaskEffect> effects, Instant now) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (TaskEffect effect : effects) {
            chain =
                    chain.chain(() -> tasks.save(effect.task()))
                            .chain(() -> journal.write(told(effect, now), lines(effect)));
        }
        return chain;
    }

    private static List<FollowUpEvent> told(TaskEffect effect, Instant now) {
        return List.of(
                switch (effect) {
                    case TaskEffect.Opened opened ->
                            new FollowUpEvent.TaskOpened(opened.task(), now);
                    case TaskEffect.Changed changed ->
                            new FollowUpEvent.TaskChanged(changed.task(), now);
                    case TaskEffect.Closed closed -> new FollowUpEvent.TaskClosed(closed.task());
                });
    }

    private static List<TimelineEntry> lines(TaskEffect effect) {
        return switch (effect) {
            case TaskEffect.Opened opened ->
                    line(opened.task(), opened.task().facts().openedAt(), TimelineKind.TASK_OPENED);
            case TaskEffect.Changed _ -> List.of();
            case TaskEffect.Closed closed ->
                    line(
                            closed.task(),
                            closed.task().closing().at(),
                            closed.task().closing().done()
                                    ? TimelineKind.TASK_COMPLETED
                                    : TimelineKind.TASK_CANCELLED);
        };
    }

    private static List<TimelineEntry> line(Task task, Instant at, TimelineKind kind) {
        return List.of(
                new TimelineEntry(
                        task.facts().patientId(), at, kind, task.facts().id().toString()));
    }
}
