package org.homeward.followup.monitoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.Moment;
import org.homeward.followup.Preconditions;
import org.homeward.followup.Transactions;
import org.homeward.followup.draft.Fault;
import org.homeward.followup.draft.PlanChange;
import org.homeward.followup.draft.PlanDecision;
import org.homeward.followup.draft.PlanDraft;
import org.homeward.followup.file.CareTeams;
import org.homeward.followup.file.PatientFile;
import org.homeward.followup.file.PatientFiles;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.Standing;
import org.homeward.followup.plan.Authorship;
import org.homeward.followup.plan.CarePlan;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;

/// Puts a new version of a care plan in force.
@ApplicationScoped
public class ChangePlan {
    private final Transactions transactions;
    private final PatientFiles files;
    private final PlanPublication publication;
    private final CareTeams careTeams;

    @Inject
    ChangePlan(
            Transactions transactions,
            PatientFiles files,
            PlanPublication publication,
            CareTeams careTeams) {
        this.transactions = transactions;
        this.files = files;
        this.publication = publication;
        this.careTeams = careTeams;
    }

    /// Fails with 404; 412 if the version is not the one in force; 409 if the follow-up has ended;
    /// 403 if the change is a physician's; 422 with the field paths of what is wrong.
    public Uni<ChangedPlan> change(PatientId id, PlanDraft draft, int version, Actor actor) {
        boolean physician = actor.role().equals("physician");
        return transactions.run(
                () ->
                        files.lock(id)
                                .chain(
                                        file -> {
                                            Preconditions.require(file.plan().version() == version);
                                            Authorship by = by(file.plan(), actor, physician);
                                            return decided(file, draft, by);
                                        }));
    }

    private static Authorship by(CarePlan current, Actor actor, boolean physician) {
        return new Authorship(actor.subject(), physician, Moment.now(), UUID::randomUUID)
                .after(current.at());
    }

    private Uni<ChangedPlan> decided(PatientFile file, PlanDraft draft, Authorship by) {
        if (file.patient().standing() != Standing.ACTIVE) {
            throw new Problem(409, "PLAN_ENDED", "The follow-up has ended; resume it first.");
        }
        return switch (PlanChange.decide(file.plan(), draft, by)) {
            case PlanDecision.Changed(CarePlan next, List<String> parts) ->
                    inForce(file, next, parts);
            case PlanDecision.Unchanged() ->
                    careTeams.of(file, by.at()).map(t -> new ChangedPlan(file.plan(), t));
            case PlanDecision.NeedsPhysician() ->
                    throw new Problem(
                            403,
                            "THRESHOLDS_NEED_PHYSICIAN",
                            "Thresholds, scores and packs are changed by a physician.");
            case PlanDecision.Refused(List<Fault> faults) -> throw refused(faults);
        };
    }

    private Uni<ChangedPlan> inForce(PatientFile file, CarePlan next, List<String> parts) {
        PatientFile renewed = new PatientFile(file.patient(), next, file.teamName());
        boolean moved = renewed.monitoring(next.at()) != file.monitoring(next.at());
        return publication
                .publish(renewed, parts)
                .chain(
                        () ->
                                moved
                                        ? careTeams.publish(renewed, next.at())
                                        : careTeams.of(renewed, next.at()))
                .map(team -> new ChangedPlan(next, team));
    }

    private static Problem refused(List<Fault> faults) {
        Problem problem = new Problem(422, "INVALID_PLAN", "The care plan is not valid.");
        faults.forEach(f -> problem.field(f.field(), f.message()));
        return problem;
    }
}
