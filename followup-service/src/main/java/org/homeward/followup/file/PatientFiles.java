package org.homeward.followup.file;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.team.Team;
import org.homeward.kit.problem.Problem;

/// Puts patient, plan and team together.
@ApplicationScoped
public class PatientFiles {
    private final Patients patients;
    private final Plans plans;
    private final Teams teams;

    @Inject
    PatientFiles(Patients patients, Plans plans, Teams teams) {
        this.patients = patients;
        this.plans = plans;
        this.teams = teams;
    }

    /// Needs a transaction; fails with 404 for an unknown patient.
    public Uni<PatientFile> load(PatientId id) {
        return patients.load(id).map(p -> p.orElseThrow(Problem::notFound)).chain(this::of);
    }

    /// As [#load], and keeps others from changing the patient.
    public Uni<PatientFile> lock(PatientId id) {
        return patients.lock(id).map(p -> p.orElseThrow(Problem::notFound)).chain(this::of);
    }

    public Uni<List<PatientFile>> of(List<Patient> found) {
        List<PatientId> ids = found.stream().map(Patient::id).toList();
        return plans.current(ids).chain(p -> teams.all().map(t -> join(found, p, t)));
    }

    private Uni<PatientFile> of(Patient patient) {
        return of(List.of(patient)).map(List::getFirst);
    }

    private static List<PatientFile> join(
            List<Patient> found, Map<PatientId, CarePlan> plans, List<Team> teams) {
        Map<UUID, String> names = teams.stream().collect(Collectors.toMap(Team::id, Team::name));
        return found.stream()
                .map(p -> new PatientFile(p, planOf(p, plans), names.getOrDefault(p.teamId(), "")))
                .toList();
    }

    private static CarePlan planOf(Patient patient, Map<PatientId, CarePlan> plans) {
        CarePlan plan = plans.get(patient.id());
        if (plan == null) {
            throw new IllegalStateException("patient " + patient.id() + " has no care plan");
        }
        return plan;
    }
}
