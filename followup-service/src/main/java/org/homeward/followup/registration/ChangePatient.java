package org.homeward.followup.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.Journal;
import org.homeward.followup.Moment;
import org.homeward.followup.Preconditions;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.CareTeams;
import org.homeward.followup.file.IdentifierTaken;
import org.homeward.followup.file.PatientFile;
import org.homeward.followup.file.PatientFiles;
import org.homeward.followup.file.Patients;
import org.homeward.followup.monitoring.PlanPublication;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.PatientPatch;
import org.homeward.followup.patient.Standing;
import org.homeward.followup.plan.Authorship;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.team.CareTeam;
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.followup.timeline.TimelineKind;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;

/// Corrects a patient's details, or ends or resumes the follow-up, which makes a new version of the
/// plan too.
@ApplicationScoped
public class ChangePatient {
    private final Transactions transactions;
    private final PatientFiles files;
    private final Patients patients;
    private final PlanPublication publication;
    private final CareTeams careTeams;
    private final Journal journal;

    @Inject
    ChangePatient(
            Transactions transactions,
            PatientFiles files,
            Patients patients,
            PlanPublication publication,
            CareTeams careTeams,
            Journal journal) {
        this.transactions = transactions;
        this.files = files;
        this.patients = patients;
        this.publication = publication;
        this.careTeams = careTeams;
        this.journal = journal;
    }

    /// Fails with 404, with 412 if the version is not the present one, and with 409 if an
    /// identifier is another patient's.
    public Uni<Registered> change(PatientId id, PatientPatch patch, int version, Actor actor) {
        return transactions
                .run(() -> files.lock(id).chain(file -> changed(file, patch, version, actor)))
                .onFailure(IdentifierTaken.class)
                .transform(
                        e ->
                                new Problem(
                                        409,
                                        "IDENTIFIER_CONFLICT",
                                        "An identifier belongs to another patient."));
    }

    private Uni<Registered> changed(
            PatientFile file, PatientPatch patch, int version, Actor actor) {
        Preconditions.require(file.patient().version() == version);
        Patient next = file.patient().patched(patch);
        if (next.equals(file.patient())) {
            return careTeams.of(file, Moment.now()).map(team -> new Registered(file, team, false));
        }
        Authorship by =
                new Authorship(actor.subject(), false, patch.at(), UUID::randomUUID)
                        .after(file.plan().at());
        boolean moved = next.standing() != file.patient().standing();
        CarePlan plan = moved ? file.plan().following(next.standing(), by) : file.plan();
        PatientFile renewed = new PatientFile(next, plan, file.teamName());
        Uni<Void> saved =
                patients.save(next)
                        .chain(() -> journal.write(told(next, moved, by), lines(next, moved, by)));
        return (moved ? saved.chain(() -> published(renewed)) : saved)
                .chain(() -> told(renewed, moved || !isSameEnd(file, renewed), by.at()))
                .map(team -> new Registered(renewed, team, false));
    }

    /// A date of death that is corrected moves the end.
    private static boolean isSameEnd(PatientFile before, PatientFile after) {
        return Objects.equals(before.endedAt(), after.endedAt());
    }

    private Uni<Void> published(PatientFile file) {
        return publication.publish(file, List.of("state"));
    }

    private Uni<CareTeam> told(PatientFile file, boolean moved, Instant now) {
        return moved ? careTeams.publish(file, now) : careTeams.of(file, now);
    }

    private static List<FollowUpEvent> told(Patient patient, boolean moved, Authorship by) {
        String what = moved ? patient.standing().code() : "updated";
        return List.of(
                new FollowUpEvent.PatientChanged(patient.id(), patient.version(), what, by.at()));
    }

    private static List<TimelineEntry> lines(Patient patient, boolean moved, Authorship by) {
        TimelineKind kind = moved ? kindOf(patient.standing()) : TimelineKind.PATIENT_UPDATED;
        return List.of(new TimelineEntry(patient.id(), by.at(), kind, patient.id().toString()));
    }

    private static TimelineKind kindOf(Standing standing) {
        return switch (standing) {
            case ACTIVE -> TimelineKind.PATIENT_REACTIVATED;
            case DISCHARGED -> TimelineKind.PATIENT_DISCHARGED;
            case DECEASED -> TimelineKind.PATIENT_DECEASED;
        };
    }
}
