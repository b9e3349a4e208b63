package org.homeward.followup.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.followup.task.Claim;
import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Priority;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskEffect;
import org.homeward.followup.task.TaskFacts;
import org.homeward.followup.task.TaskId;
import org.homeward.followup.task.TaskKind;

/// Who acted on an alert whose reading turned out wrong gets a task of their own: what they did
/// about the patient stands until they look again.
final class CorrectionReview {
    /// Somebody may be treated for what was not so.
    private static final Priority PRIORITY = Priority.HIGH;

    private CorrectionReview() {}

    static List<TaskEffect> of(
            FollowedAlert alert,
            List<Task> tasks,
            TaskTerms terms,
            AlertFact.SourceChanged changed) {
        Set<String> told = actors(alert, tasks);
        told.removeAll(changed.by());
        List<TaskEffect> effects = new ArrayList<>();
        for (String who : told) {
            TaskFacts facts = facts(alert, terms, changed, who);
            if (tasks.stream().noneMatch(t -> t.facts().id().equals(facts.id()))) {
                effects.add(
                        new TaskEffect.Opened(
                                new OpenTask(facts, new Claim(who, changed.at()), 1)));
            }
        }
        return effects;
    }

    private static Set<String> actors(FollowedAlert alert, List<Task> tasks) {
        Set<String> actors = new TreeSet<>(alert.actors());
        for (Task task : tasks) {
            if (!task.facts().alertIds().contains(alert.id())) {
                continue;
            }
            String assignee = task.assignee();
            if (assignee != null) {
                actors.add(assignee);
            }
            if (task instanceof ClosedTask closed && !closed.closing().by().isEmpty()) {
                actors.add(closed.closing().by());
            }
        }
        return actors;
    }

    private static TaskFacts facts(
            FollowedAlert alert, TaskTerms terms, AlertFact.SourceChanged changed, String who) {
        UUID episode = Objects.requireNonNullElse(alert.episodeId(), alert.id());
        String kind = TaskKind.REVIEW_CORRECTION.code();
        return new TaskFacts(
                new TaskId(Uuids.v5(alert.id(), kind, changed.cause(), who)),
                alert.patientId(),
                episode,
                List.of(alert.id()),
                TaskKind.REVIEW_CORRECTION,
                PRIORITY,
                terms.teamId(),
                changed.at(),
                terms.due().of(PRIORITY, changed.at()));
    }
}
