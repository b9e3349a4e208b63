package org.homeward.followup.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.Teams;
import org.homeward.followup.http.body.ListView;
import org.homeward.followup.team.Team;

@Path("/internal/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
public class TeamResource {
    record TeamView(
            UUID id,
            String name,
            UUID organizationId,
            String organizationName,
            List<String> members) {
        static TeamView of(Team team) {
            return new TeamView(
                    team.id(),
                    team.name(),
                    team.organizationId(),
                    team.organizationName(),
                    team.members());
        }
    }

    private final Transactions transactions;
    private final Teams teams;

    @Inject
    TeamResource(Transactions transactions, Teams teams) {
        this.transactions = transactions;
        this.teams = teams;
    }

    @GET
    @Authenticated
    public Uni<ListView<TeamView>> all() {
        return transactions
                .run(teams::all)
                .map(all -> ListView.of(all.stream().map(TeamView::of).toList()));
    }
}
