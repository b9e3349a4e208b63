package org.homeward.followup.file;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.Events;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.team.CareTeam;

/// Says anew who may see a patient.
@ApplicationScoped
public class CareTeams {
    private final Patients patients;
    private final Shares shares;
    private final Events events;

    @Inject
    CareTeams(Patients patients, Shares shares, Events events) {
        this.patients = patients;
        this.shares = shares;
        this.events = events;
    }

    /// The facts as they stand. Needs a transaction.
    public Uni<CareTeam> of(PatientFile file, Instant now) {
        return shares.of(file.patient().id())
                .map(
                        s ->
                                CareTeam.of(
                                        file.patient(),
                                        file.monitoring(now),
                                        file.endedAt(),
                                        s,
                                        now));
    }

    /// Takes the next version, keeps it and publishes it.
    public Uni<CareTeam> publish(PatientFile file, Instant now) {
        Patient next = file.patient().withNextCareTeam();
        PatientFile renewed = new PatientFile(next, file.plan(), file.teamName());
        return patients.save(next)
                .chain(() -> of(renewed, now))
                .call(team -> events.emit(List.of(new FollowUpEvent.CareTeamChanged(team, now))));
    }
}
