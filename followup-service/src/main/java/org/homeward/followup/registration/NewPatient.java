package org.homeward.followup.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.FollowUpConfig;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.Journal;
import org.homeward.followup.Moment;
import org.homeward.followup.file.CareTeams;
import org.homeward.followup.file.PatientFile;
import org.homeward.followup.file.Patients;
import org.homeward.followup.monitoring.PlanPublication;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.Standing;
import org.homeward.followup.plan.Authorship;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.team.CareTeam;
import org.homeward.followup.team.Team;
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.followup.timeline.TimelineKind;
import org.homeward.kit.caller.Actor;

/// Makes everything that a new patient begins with.
@ApplicationScoped
class NewPatient {
    private final Patients patients;
    private final PlanPublication publication;
    private final CareTeams careTeams;
    private final Journal journal;
    private final FollowUpConfig config;

    @Inject
    NewPatient(
            Patients patients,
            PlanPublication publication,
            CareTeams careTeams,
            Journal journal,
            FollowUpConfig config) {
        this.patients = patients;
        this.publication = publication;
        this.careTeams = careTeams;
        this.journal = journal;
        this.config = config;
    }

    Uni<CareTeam> careTeamOf(PatientFile file) {
        return careTeams.of(file, Moment.now());
    }

    Uni<Registered> create(Registration asked, Team team, Actor actor) {
        Instant now = Moment.now();
        Patient patient = patient(asked, team, now);
        PatientFile file = new PatientFile(patient, plan(patient, actor), team.name());
        return patients.save(patient)
                .chain(() -> publication.publish(file, List.of("state")))
                .chain(() -> journal.write(told(patient), lines(patient)))
                .chain(() -> careTeams.publish(file, now))
                .map(careTeam -> new Registered(file, careTeam, true));
    }

    private static Patient patient(Registration asked, Team team, Instant now) {
        PatientId given = asked.id();
        return new Patient(
                given == null ? new PatientId(UUID.randomUUID()) : given,
                asked.identity(),
                asked.sex(),
                team.id(),
                asked.deceasedAt() == null ? Standing.ACTIVE : Standing.DECEASED,
                asked.deceasedAt(),
                1,
                0,
                now);
    }

    private CarePlan plan(Patient patient, Actor actor) {
        Authorship by =
                new Authorship(actor.subject(), false, patient.registeredAt(), UUID::randomUUID);
        return CarePlan.first(
                UUID.randomUUID(), patient.id(), config.timeZone(), patient.standing(), by);
    }

    private static List<FollowUpEvent> told(Patient patient) {
        return List.of(
                new FollowUpEvent.PatientChanged(
                        patient.id(), patient.version(), "registered", patient.registeredAt()));
    }

    private static List<TimelineEntry> lines(Patient patient) {
        return List.of(
                new TimelineEntry(
                        patient.id(),
                        patient.registeredAt(),
                        TimelineKind.PATIENT_REGISTERED,
                        patient.id().toString()));
    }
}
