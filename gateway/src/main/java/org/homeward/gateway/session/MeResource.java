package org.homeward.gateway.session;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.gateway.GatewayConfig;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Door;
import org.homeward.gateway.edge.Languages;
import org.homeward.gateway.role.Caller;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Role;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the dashboard asks about itself: who is signed in, the code table, with whom to share.
@Path("/api/v1")
@Authenticated
public class MeResource {
    private final CurrentAccess access;
    private final Pool pool;
    private final GatewayConfig config;

    @Inject
    MeResource(CurrentAccess access, Pool pool, GatewayConfig config) {
        this.access = access;
        this.pool = pool;
        this.config = config;
    }

    @GET
    @Path("me")
    @Requires(Permission.OWN_SESSION)
    @Operation(summary = "Who is signed in")
    public Uni<MeView> me(@Context HttpHeaders headers) {
        Caller caller = access.caller();
        return pool.preparedQuery(
                        "select t.team_id, t.name from team t join team_member m using (team_id)"
                                + " where m.subject = $1 order by t.name")
                .execute(Tuple.of(caller.subject()))
                .map(rows -> view(caller, rows, Languages.of(headers)));
    }

    private MeView view(Caller caller, RowSet<Row> teams, String language) {
        return new MeView(
                caller.subject(),
                caller.name(),
                caller.roles().stream().map(Role::wireName).sorted().toList(),
                language,
                StreamSupport.stream(teams.spliterator(), false)
                        .map(row -> new MeView.Team(row.getUUID("team_id"), row.getString("name")))
                        .toList(),
                Door.CSRF_HEADER,
                config.emergencyNumber());
    }

    @GET
    @Path("codes")
    @Requires(Permission.OWN_SESSION)
    @Operation(summary = "The table of clinical codes with units and limits")
    public Page<CodeView> codes() {
        List<CodeView> rows =
                CodeTable.standard().rows().stream()
                        .filter(row -> row.kind() != Code.Kind.REFUSED)
                        .map(CodeView::of)
                        .toList();
        return new Page<>(rows, null);
    }

    @GET
    @Path("practitioners")
    @Requires(Permission.PRACTITIONER_READ)
    @Operation(summary = "With whom a patient may be shared")
    public Page<PractitionerView> practitioners(@RestQuery @Nullable String role) {
        List<PractitionerView> found =
                config.practitioners().stream()
                        .filter(p -> role == null || role.equals(p.role()))
                        .map(p -> new PractitionerView(p.id(), p.name(), p.role()))
                        .toList();
        return new Page<>(found, null);
    }
}
