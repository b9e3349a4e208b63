package org.homeward.gateway.audit;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.edge.Times;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Scope;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Who has looked: all of it for the auditor, their own record's for a patient.
@Path("/api/v1/audit")
@Authenticated
public class AuditResource {
    private static final int MOST = 200;
    private static final String SELECT =
            "select * from access_audit where ($1 or patient_id = any($2))"
                    + " and ($3::uuid is null or patient_id = $3) and ($4::text is null or actor = $4)"
                    + " and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)"
                    + " and ($7::timestamptz is null or (at, id) < ($7, $8)) order by at desc, id desc limit $9";

    private final Pool pool;
    private final Access gate;
    private final CurrentAccess access;

    @Inject
    AuditResource(Pool pool, Access gate, CurrentAccess access) {
        this.pool = pool;
        this.gate = gate;
        this.access = access;
    }

    /// The filters of the list.
    public record Filter(
            @RestQuery @Nullable UUID patientId,
            @RestQuery @Nullable String actor,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {}

    @GET
    @Requires(Permission.AUDIT_READ)
    @Operation(summary = "Who has looked at or changed what, newest first")
    public Uni<Page<AuditView>> list(@BeanParam Filter filter, @Context UriInfo uri) {
        boolean all = access.granted().scope() == Scope.ANY;
        int limit = Links.limit(filter.limit(), MOST);
        Tuple filters = filters(filter, limit);
        Uni<List<UUID>> reach =
                all
                        ? Uni.createFrom().item(List.of())
                        : gate.visible(access.caller(), Permission.AUDIT_READ);
        return reach.chain(
                        ids -> {
                            Tuple parameters = Tuple.of(all, ids.toArray(UUID[]::new));
                            for (int i = 0; i < filters.size(); i++) {
                                parameters.addValue(filters.getValue(i));
                            }
                            return pool.preparedQuery(SELECT).execute(parameters);
                        })
                .map(rows -> page(rows, limit, uri));
    }

    private static Tuple filters(Filter filter, int limit) {
        String[] after = filter.cursor() == null ? null : filter.cursor().split("_", 2);
        if (after != null && after.length != 2) {
            throw bad("cursor");
        }
        return Tuple.tuple()
                .addValue(filter.patientId())
                .addValue(filter.actor())
                .addValue(time("from", filter.from()))
                .addValue(time("to", filter.to()))
                .addValue(after == null ? null : time("cursor", after[0]))
                .addValue(after == null ? null : id(after[1]))
                .addValue(limit + 1);
    }

    private static @Nullable OffsetDateTime time(String name, @Nullable String text) {
        try {
            return text == null ? null : Times.parse(text);
        } catch (DateTimeException e) {
            throw bad(name);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw bad("cursor");
        }
    }

    private static Problem bad(String name) {
        return new Problem(400, "BAD_PARAMETER", "A query parameter cannot be read.")
                .field(name, "cannot be read");
    }

    private static Page<AuditView> page(RowSet<Row> rows, int limit, UriInfo uri) {
        List<AuditView> items = new ArrayList<>();
        rows.forEach(row -> items.add(view(row)));
        if (items.size() <= limit) {
            return Links.page(uri, items, null);
        }
        AuditView last = items.get(limit - 1);
        return Links.page(uri, items.subList(0, limit), last.at() + "_" + last.id());
    }

    private static AuditView view(Row row) {
        return new AuditView(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("method"),
                row.getString("route"),
                row.getUUID("patient_id"),
                row.getString("resource_id").isEmpty() ? null : row.getString("resource_id"),
                row.getString("decision"),
                row.getString("ground"),
                row.getInteger("status"));
    }
}
