package org.homeward.followup.registration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.IdentifierTaken;
import org.homeward.followup.file.PatientFiles;
import org.homeward.followup.file.PatientIndex;
import org.homeward.followup.file.Teams;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.team.Team;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;

/// Takes a person into follow-up: the patient, version 1 of the plan, the care team. Whoever has an
/// identifier that is known already is that patient, and nothing changes.
@ApplicationScoped
public class RegisterPatient {
    private final Transactions transactions;
    private final PatientIndex index;
    private final PatientFiles files;
    private final Teams teams;
    private final NewPatient newPatient;

    @Inject
    RegisterPatient(
            Transactions transactions,
            PatientIndex index,
            PatientFiles files,
            Teams teams,
            NewPatient newPatient) {
        this.transactions = transactions;
        this.index = index;
        this.files = files;
        this.teams = teams;
        this.newPatient = newPatient;
    }

    /// Fails with 409 if the identifiers belong to more than one patient, with 422 if there is no
    /// team.
    public Uni<Registered> register(Registration asked, Actor actor) {
        return transactions
                .run(() -> registered(asked, actor))
                .onFailure(IdentifierTaken.class)
                .retry()
                .atMost(2);
    }

    private Uni<Registered> registered(Registration asked, Actor actor) {
        return existing(asked)
                .chain(
                        ids -> {
                            if (ids.size() > 1) {
                                throw new Problem(
                                        409,
                                        "IDENTIFIER_CONFLICT",
                                        "The identifiers belong to different patients.");
                            }
                            return ids.isEmpty() ? create(asked, actor) : known(ids.getFirst());
                        });
    }

    private Uni<List<PatientId>> existing(Registration asked) {
        return index.withIdentifiers(asked.identity().identifiers())
                .chain(ids -> ids.isEmpty() ? byId(asked) : Uni.createFrom().item(ids));
    }

    private Uni<List<PatientId>> byId(Registration asked) {
        PatientId id = asked.id();
        return id == null
                ? Uni.createFrom().item(List.of())
                : index.placement(id).map(p -> p.isPresent() ? List.of(id) : List.of());
    }

    private Uni<Registered> known(PatientId id) {
        return files.load(id)
                .chain(
                        file ->
                                newPatient
                                        .careTeamOf(file)
                                        .map(team -> new Registered(file, team, false)));
    }

    private Uni<Registered> create(Registration asked, Actor actor) {
        UUID wanted = asked.teamId();
        Uni<List<Team>> found =
                wanted == null ? teams.ofMember(actor.subject()) : teams.withId(wanted);
        return found.chain(
                list -> {
                    if (list.isEmpty()) {
                        throw new Problem(
                                        422, "TEAM_NEEDED", "A team is needed to follow a patient.")
                                .field("teamId", "is not a team");
                    }
                    return newPatient.create(asked, list.getFirst(), actor);
                });
    }
}
