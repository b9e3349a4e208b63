package org.homeward.followup.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.followup.FollowUpConfig;
import org.homeward.followup.Moment;
import org.homeward.followup.Transactions;
import org.homeward.followup.episode.AlertFact;
import org.homeward.followup.episode.DueTimes;
import org.homeward.followup.episode.Episode;
import org.homeward.followup.episode.FollowUp;
import org.homeward.followup.episode.FollowedAlert;
import org.homeward.followup.episode.TaskTerms;
import org.homeward.followup.file.PatientIndex;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Priority;
import org.homeward.followup.task.Task;
import org.jspecify.annotations.Nullable;

/// Turns what is said about alerts into tasks. Facts are taken one after another in one
/// transaction; any of them may come twice.
@ApplicationScoped
public class OpenFollowUp {
    private final Transactions transactions;
    private final FollowedAlerts alerts;
    private final Tasks tasks;
    private final PatientIndex patients;
    private final TaskChanges changes;
    private final DueTimes due;
    private final ZoneId zone;

    @Inject
    OpenFollowUp(
            Transactions transactions,
            FollowedAlerts alerts,
            Tasks tasks,
            PatientIndex patients,
            TaskChanges changes,
            FollowUpConfig config) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.tasks = tasks;
        this.patients = patients;
        this.changes = changes;
        this.due = due(config);
        this.zone = ZoneId.of(config.timeZone());
    }

    public Uni<Void> after(List<AlertFact> facts) {
        return transactions.run(
                () -> {
                    Uni<Void> chain = Uni.createFrom().voidItem();
                    for (AlertFact fact : facts) {
                        chain = chain.chain(() -> after(fact));
                    }
                    return chain;
                });
    }

    private Uni<Void> after(AlertFact fact) {
        return alerts.lock(fact.alertId())
                .chain(known -> episode(fact, known).chain(episode -> store(episode, fact)));
    }

    private Uni<Void> store(Episode episode, AlertFact fact) {
        FollowUp followUp = episode.after(fact);
        Uni<Void> remembered =
                followUp.alert().equals(episode.alert())
                        ? Uni.createFrom().voidItem()
                        : alerts.save(followUp.alert());
        return remembered.chain(() -> changes.apply(followUp.effects(), Moment.now()));
    }

    private Uni<Episode> episode(AlertFact fact, Optional<FollowedAlert> known) {
        UUID id = episodeOf(fact, known);
        Uni<List<Task>> found =
                id == null ? Uni.createFrom().item(List.of()) : tasks.lockEpisode(id);
        return found.chain(
                list ->
                        terms(fact.patientId())
                                .map(terms -> new Episode(known.orElse(null), list, terms)));
    }

    private static @Nullable UUID episodeOf(AlertFact fact, Optional<FollowedAlert> known) {
        return switch (fact) {
            case AlertFact.Raised raised -> raised.episodeId();
            case AlertFact.Cleared cleared -> cleared.episodeId();
            case AlertFact.Updated _,
                    AlertFact.Claimed _,
                    AlertFact.Acted _,
                    AlertFact.SourceChanged _ ->
                    known.map(FollowedAlert::episodeId).orElse(null);
        };
    }

    private Uni<TaskTerms> terms(PatientId patient) {
        return patients.placement(patient)
                .map(
                        found ->
                                found.map(p -> new TaskTerms(due, p.zone(), p.teamId()))
                                        .orElseGet(() -> new TaskTerms(due, zone, null)));
    }

    private static DueTimes due(FollowUpConfig config) {
        Map<Priority, Duration> after = new EnumMap<>(Priority.class);
        config.due()
                .forEach(
                        (code, duration) ->
                                after.put(
                                        Priority.of(code)
                                                .orElseThrow(
                                                        () ->
                                                                new IllegalStateException(
                                                                        "homeward.followup.due."
                                                                                + code
                                                                                + " is not a priority")),
                                        duration));
        return new DueTimes(after);
    }
}
