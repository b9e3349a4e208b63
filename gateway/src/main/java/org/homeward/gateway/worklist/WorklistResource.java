package org.homeward.gateway.worklist;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.patient.PatientClient;
import org.homeward.gateway.patient.PatientView;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Who needs me now, why, and what do I do: one row a patient, ranked.
@Path("/api/v1/worklist")
@Authenticated
public class WorklistResource {
    private static final int MOST = 200;

    private final PgWorklist worklist;
    private final PatientClient patients;
    private final CurrentAccess access;

    @Inject
    WorklistResource(
            PgWorklist worklist, @RestClient PatientClient patients, CurrentAccess access) {
        this.worklist = worklist;
        this.patients = patients;
        this.access = access;
    }

    @GET
    @Requires(Permission.WORKLIST_READ)
    @Operation(summary = "One row a patient, ranked, each with its reason in words")
    public Uni<WorklistView> list(
            @RestQuery @Nullable String tab,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        WorklistCursor after = WorklistCursor.parse(cursor);
        int size = Links.limit(limit, MOST);
        return Uni.combine()
                .all()
                .unis(
                        worklist.counts(access.caller()),
                        worklist.page(access.caller(), Tab.of(tab), after, size).chain(this::named))
                .asTuple()
                .map(
                        both ->
                                new WorklistView(
                                        both.getItem2().rows(),
                                        both.getItem1(),
                                        Links.next(uri, both.getItem2().next())));
    }

    /// The page with the names of its patients and of no others.
    private Uni<PgWorklist.Lines> named(PgWorklist.Lines lines) {
        if (lines.rows().isEmpty()) {
            return Uni.createFrom().item(lines);
        }
        List<UUID> ids = lines.rows().stream().map(WorklistRow::id).toList();
        return patients.search(
                        access.actor(), new PatientClient.Search(ids, null, ids.size(), null))
                .map(page -> new PgWorklist.Lines(named(lines.rows(), page), lines.next()));
    }

    private static List<WorklistRow> named(List<WorklistRow> rows, Page<PatientView> page) {
        Map<UUID, PatientView> known =
                page.items().stream()
                        .collect(Collectors.toMap(PatientView::id, Function.identity()));
        return rows.stream()
                .map(
                        row -> {
                            PatientView patient = known.get(row.id());
                            return patient == null ? row : row.of(patient);
                        })
                .toList();
    }
}
