package org.homeward.followup.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.Closing;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Priority;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskEffect;
import org.homeward.followup.task.TaskId;
import org.homeward.followup.task.TaskKind;
import org.junit.jupiter.api.Test;

class EpisodeTest {
    private static final Instant T0 = Instant.parse("2026-11-22T21:30:00Z");
    private static final PatientId PATIENT = new PatientId(new UUID(1, 1));
    private static final UUID A = new UUID(3, 1);
    private static final UUID B = new UUID(3, 2);
    private static final TaskTerms TERMS =
            new TaskTerms(new DueTimes(Map.of()), ZoneId.of("Europe/Paris"), new UUID(9, 9));

    private final Map<UUID, FollowedAlert> alerts = new HashMap<>();
    private final Map<TaskId, Task> tasks = new HashMap<>();
    private final List<TaskEffect> effects = new ArrayList<>();

    private void hear(AlertFact fact) {
        List<Task> ordered =
                tasks.values().stream()
                        .sorted((a, b) -> a.facts().openedAt().compareTo(b.facts().openedAt()))
                        .toList();
        FollowUp followUp = new Episode(alerts.get(fact.alertId()), ordered, TERMS).after(fact);
        alerts.put(fact.alertId(), followUp.alert());
        followUp.effects().forEach(e -> tasks.put(e.task().facts().id(), e.task()));
        effects.addAll(followUp.effects());
    }

    private static AlertFact raised(UUID alert, Priority priority, Instant at) {
        return new AlertFact.Raised(alert, PATIENT, A, priority, at, at, true);
    }

    private static AlertFact late(UUID alert, Priority priority, Duration age) {
        return new AlertFact.Raised(alert, PATIENT, alert, priority, T0, T0.minus(age), false);
    }

    private static AlertFact cleared(UUID alert, String reason, boolean episode) {
        return new AlertFact.Cleared(alert, PATIENT, A, T0.plusSeconds(600), reason, episode);
    }

    private static AlertFact claimed(UUID alert, String by, int second) {
        return new AlertFact.Claimed(alert, PATIENT, by, T0.plusSeconds(second));
    }

    private Task only() {
        assertThat(tasks).hasSize(1);
        return tasks.values().iterator().next();
    }

    @Test
    void anAlertOpensOneTaskWhoseIdFollowsFromTheEpisode() {
        hear(raised(A, Priority.HIGH, T0));
        assertThat(only().facts().id()).isEqualTo(new TaskId(Uuids.v5(A, "review-alert")));
        assertThat(only().facts().dueAt()).isEqualTo(T0.plus(Duration.ofHours(1)));
    }

    @Test
    void anAlertToldThriceHasOneEffect() {
        hear(raised(A, Priority.HIGH, T0));
        hear(raised(A, Priority.HIGH, T0));
        hear(raised(A, Priority.HIGH, T0));
        assertThat(effects).hasSize(1);
    }

    @Test
    void aLaterAlertOfTheEpisodeJoinsTheTaskAndRaisesItsPriority() {
        hear(raised(A, Priority.HIGH, T0));
        hear(raised(B, Priority.CRITICAL, T0.plusSeconds(60)));
        assertThat(only().facts().alertIds()).containsExactly(A, B);
        assertThat(only().facts().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(only().facts().dueAt()).isEqualTo(T0.plusSeconds(60 + 900));
    }

    @Test
    void aLessUrgentAlertDoesNotLowerThePriority() {
        hear(raised(A, Priority.CRITICAL, T0));
        hear(raised(B, Priority.LOW, T0.plusSeconds(60)));
        assertThat(only().facts().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(only().facts().dueAt()).isEqualTo(T0.plusSeconds(900));
    }

    @Test
    void aTechnicalAlertIsATaskOfItsOwnKind() {
        hear(raised(A, Priority.TECHNICAL, T0));
        assertThat(only().facts().kind()).isEqualTo(TaskKind.TECHNICAL);
    }

    @Test
    void whoActedOnAnAlertLooksAgainWhenItsReadingTurnsOutWrong() {
        hear(raised(A, Priority.CRITICAL, T0));
        hear(claimed(A, "nurse", 10));
        hear(new AlertFact.Acted(A, PATIENT, "physician"));
        hear(cleared(A, "resolved", true));
        AlertFact changed =
                new AlertFact.SourceChanged(
                        A, PATIENT, "reading:2", Set.of("physician"), T0.plusSeconds(3600));
        hear(changed);
        hear(changed);
        hear(cleared(A, "source-corrected", true));
        List<Task> reviews =
                tasks.values().stream()
                        .filter(t -> t.facts().kind() == TaskKind.REVIEW_CORRECTION)
                        .toList();
        assertThat(reviews).hasSize(1);
        assertThat(reviews.getFirst().assignee()).isEqualTo("nurse");
        assertThat(reviews.getFirst().status()).isEqualTo("open");
    }

    @Test
    void nobodyIsAskedToLookAgainAtAnAlertThatNobodyTouched() {
        hear(raised(A, Priority.CRITICAL, T0));
        hear(new AlertFact.SourceChanged(A, PATIENT, "reading:2", Set.of(), T0));
        assertThat(only().facts().kind()).isEqualTo(TaskKind.REVIEW_ALERT);
    }

    @Test
    void aFindingInLateDataOpensNoTask() {
        hear(late(A, Priority.HIGH, Duration.ofDays(1)));
        hear(late(B, Priority.CRITICAL, Duration.ofDays(8)));
        assertThat(tasks).isEmpty();
    }

    @Test
    void aCriticalFindingOfTheLastSevenDaysIsATaskForTheSameLocalDay() {
        hear(late(A, Priority.CRITICAL, Duration.ofDays(6)));
        assertThat(only().facts().kind()).isEqualTo(TaskKind.REVIEW_LATE_READING);
        assertThat(only().facts().dueAt()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
    }

    @Test
    void whoAcknowledgesHasTheTaskInHand() {
        hear(raised(A, Priority.HIGH, T0));
        hear(claimed(A, "nurse-1", 5));
        assertThat(only().assignee()).isEqualTo("nurse-1");
    }

    @Test
    void anAcknowledgementToldBeforeTheAlertIsNotLost() {
        hear(claimed(A, "nurse-1", 5));
        hear(raised(A, Priority.HIGH, T0));
        assertThat(only().assignee()).isEqualTo("nurse-1");
    }

    @Test
    void anOldAcknowledgementToldAgainDoesNotTakeTheTaskBack() {
        hear(raised(A, Priority.HIGH, T0));
        hear(claimed(A, "nurse-1", 5));
        hear(claimed(A, "nurse-2", 9));
        hear(claimed(A, "nurse-1", 5));
        assertThat(only().assignee()).isEqualTo("nurse-2");
    }

    @Test
    void aResolvedEpisodeCompletesItsTask() {
        hear(raised(A, Priority.HIGH, T0));
        hear(cleared(A, "resolved", true));
        assertThat(only().status()).isEqualTo("completed");
    }

    @Test
    void aRecoveredEpisodeCancelsItsTaskWithTheReason() {
        hear(raised(A, Priority.HIGH, T0));
        hear(cleared(A, "recovered", true));
        assertThat(only()).isInstanceOf(ClosedTask.class);
        assertThat(((ClosedTask) only()).closing().outcome()).isEqualTo("recovered");
        assertThat(only().status()).isEqualTo("cancelled");
    }

    @Test
    void anEpisodeWithAnotherOpenAlertKeepsItsTask() {
        hear(raised(A, Priority.HIGH, T0));
        hear(raised(B, Priority.HIGH, T0));
        hear(cleared(A, "recovered", false));
        assertThat(only().status()).isEqualTo("open");
    }

    @Test
    void anAlertClearedBeforeItIsRaisedOpensNothing() {
        hear(cleared(A, "recovered", true));
        hear(raised(A, Priority.HIGH, T0));
        assertThat(tasks).isEmpty();
    }

    @Test
    void anAlertThatJoinsAfterTheTaskWasDoneOpensTheNextRound() {
        hear(raised(A, Priority.HIGH, T0));
        OpenTask open = (OpenTask) only();
        ClosedTask done = open.closed(new Closing(true, "nurse-1", T0, "done", null));
        tasks.put(done.facts().id(), done);
        hear(raised(B, Priority.HIGH, T0.plusSeconds(60)));
        hear(raised(A, Priority.HIGH, T0));
        assertThat(tasks).hasSize(2);
        assertThat(tasks).containsKey(new TaskId(Uuids.v5(A, "review-alert#2")));
    }

    @Test
    void anAlertThatGetsWorseRaisesItsTask() {
        hear(raised(A, Priority.HIGH, T0));
        hear(new AlertFact.Updated(A, PATIENT, Priority.CRITICAL, T0.plusSeconds(30)));
        assertThat(only().facts().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void moreEvidenceOfTheSamePriorityChangesNothing() {
        hear(raised(A, Priority.HIGH, T0));
        hear(new AlertFact.Updated(A, PATIENT, Priority.HIGH, T0.plusSeconds(30)));
        assertThat(effects).hasSize(1);
    }
}
