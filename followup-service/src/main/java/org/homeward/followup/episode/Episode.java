package org.homeward.followup.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.followup.task.Claim;
import org.homeward.followup.task.Closing;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Priority;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskEffect;
import org.homeward.followup.task.TaskFacts;
import org.homeward.followup.task.TaskId;
import org.homeward.followup.task.TaskKind;
import org.jspecify.annotations.Nullable;

/// A patient's open alerts taken together, with the tasks they opened. One task of a kind is open
/// at a time; an alert that joins an episode whose task was done already opens the next round,
/// since whoever did the work had not seen it. Facts may come twice and in any order.
///
/// @param alert what is known of the alert the fact is about
/// @param tasks all tasks of the episode so far
public record Episode(@Nullable FollowedAlert alert, List<Task> tasks, TaskTerms terms) {
    /// A critical finding in late data still asks for a look while it is this young.
    private static final Duration LATE_BUT_RECENT = Duration.ofDays(7);

    public Episode {
        tasks = List.copyOf(tasks);
    }

    public FollowUp after(AlertFact fact) {
        FollowedAlert known = alert == null ? FollowedAlert.unknown(fact) : alert;
        return switch (fact) {
            case AlertFact.Raised raised -> raised(known.inEpisode(raised.episodeId()), raised);
            case AlertFact.Updated updated -> updated(known, updated);
            case AlertFact.Cleared cleared ->
                    cleared(known.inEpisode(cleared.episodeId()), cleared);
            case AlertFact.Claimed claimed ->
                    claimed(known.actedBy(claimed.by()), new Claim(claimed.by(), claimed.at()));
            case AlertFact.Acted acted -> new FollowUp(known.actedBy(acted.by()), List.of());
            case AlertFact.SourceChanged changed ->
                    new FollowUp(known, CorrectionReview.of(known, tasks, terms, changed));
        };
    }

    private FollowUp raised(FollowedAlert known, AlertFact.Raised raised) {
        if (known.taskId() != null || known.clearedAt() != null) {
            return new FollowUp(known, List.of());
        }
        if (!raised.live()) {
            return isLateButRecent(raised) ? late(known, raised) : new FollowUp(known, List.of());
        }
        TaskKind kind =
                raised.priority() == Priority.TECHNICAL
                        ? TaskKind.TECHNICAL
                        : TaskKind.REVIEW_ALERT;
        Instant due = terms.due().of(raised.priority(), raised.raisedAt());
        return join(known, raised, kind, due);
    }

    private static boolean isLateButRecent(AlertFact.Raised raised) {
        return raised.priority() == Priority.CRITICAL
                && Duration.between(raised.onsetAt(), raised.raisedAt()).compareTo(LATE_BUT_RECENT)
                        <= 0;
    }

    private FollowUp late(FollowedAlert known, AlertFact.Raised raised) {
        Instant due = DueTimes.sameDay(raised.raisedAt(), terms.zone());
        return join(known, raised, TaskKind.REVIEW_LATE_READING, due);
    }

    private FollowUp join(
            FollowedAlert known, AlertFact.Raised raised, TaskKind kind, Instant due) {
        Optional<OpenTask> open = open(kind);
        if (open.isPresent()) {
            OpenTask task = open.get().with(raised.alertId(), raised.priority(), due);
            return new FollowUp(
                    known.inTask(task.facts().id()), changed(open.get(), kept(task, known)));
        }
        OpenTask task = new OpenTask(facts(raised, kind, due), known.claim(), 1);
        return new FollowUp(known.inTask(task.facts().id()), List.of(new TaskEffect.Opened(task)));
    }

    private static OpenTask kept(OpenTask task, FollowedAlert known) {
        return known.claim() == null ? task : task.claimed(known.claim());
    }

    private TaskFacts facts(AlertFact.Raised raised, TaskKind kind, Instant due) {
        long round = tasks.stream().filter(t -> t.facts().kind() == kind).count() + 1;
        String step = round == 1 ? kind.code() : kind.code() + "#" + round;
        return new TaskFacts(
                new TaskId(Uuids.v5(raised.episodeId(), step)),
                raised.patientId(),
                raised.episodeId(),
                List.of(raised.alertId()),
                kind,
                raised.priority(),
                terms.teamId(),
                raised.raisedAt(),
                due);
    }

    private FollowUp updated(FollowedAlert known, AlertFact.Updated updated) {
        if (known.clearedAt() != null || known.episodeId() == null) {
            return new FollowUp(known, List.of());
        }
        Optional<Task> of = taskOf(known);
        if (of.isPresent() && of.get() instanceof OpenTask open) {
            Instant due = terms.due().of(updated.priority(), updated.at());
            boolean rises = updated.priority().isAbove(open.facts().priority());
            OpenTask task = rises ? open.with(updated.alertId(), updated.priority(), due) : open;
            return new FollowUp(known, changed(open, task));
        }
        boolean worse = of.isPresent() && updated.priority().isAbove(of.get().facts().priority());
        return worse ? again(known, updated, known.episodeId()) : new FollowUp(known, List.of());
    }

    /// The alert got worse after its task was done: the next round.
    private FollowUp again(FollowedAlert known, AlertFact.Updated updated, UUID episode) {
        AlertFact.Raised raised =
                new AlertFact.Raised(
                        updated.alertId(),
                        updated.patientId(),
                        episode,
                        updated.priority(),
                        updated.at(),
                        updated.at(),
                        true);
        Instant due = terms.due().of(updated.priority(), updated.at());
        return join(known, raised, TaskKind.REVIEW_ALERT, due);
    }

    private FollowUp cleared(FollowedAlert known, AlertFact.Cleared cleared) {
        FollowedAlert over = known.clearedAt() == null ? known.cleared(cleared.at()) : known;
        if (!cleared.episodeClosed()) {
            return new FollowUp(over, List.of());
        }
        Closing closing =
                new Closing(
                        cleared.reason().equals("resolved"),
                        "",
                        cleared.at(),
                        cleared.reason(),
                        null);
        List<TaskEffect> effects = new ArrayList<>();
        for (Task task : tasks) {
            if (task instanceof OpenTask open && !open.facts().kind().outlivesEpisode()) {
                effects.add(new TaskEffect.Closed(open.closed(closing)));
            }
        }
        return new FollowUp(over, effects);
    }

    private FollowUp claimed(FollowedAlert known, Claim claim) {
        FollowedAlert held =
                known.claim() == null || claim.at().isAfter(known.claim().at())
                        ? known.claimed(claim)
                        : known;
        Optional<Task> of = taskOf(known);
        return of.isPresent() && of.get() instanceof OpenTask open
                ? new FollowUp(held, changed(open, open.claimed(claim)))
                : new FollowUp(held, List.of());
    }

    private Optional<Task> taskOf(FollowedAlert known) {
        return tasks.stream().filter(t -> t.facts().id().equals(known.taskId())).findFirst();
    }

    private Optional<OpenTask> open(TaskKind kind) {
        return tasks.stream()
                .filter(t -> t.facts().kind() == kind && t instanceof OpenTask)
                .map(OpenTask.class::cast)
                .findFirst();
    }

    private static List<TaskEffect> changed(OpenTask before, OpenTask after) {
        return before.equals(after) ? List.of() : List.of(new TaskEffect.Changed(after));
    }
}
