package org.homeward.ingest.http.internal.chart;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.homeward.events.Code;
import org.homeward.ingest.Chart;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.ingest.http.internal.Params;
import org.homeward.kit.problem.Problem;

/// The stored readings, for the gateway.
@Path("/internal/v1")
@Authenticated
public class ReadingsResource {
    private static final int MOST = 1000;

    private final Chart chart;

    @Inject
    ReadingsResource(Chart chart) {
        this.chart = chart;
    }

    @GET
    @Path("/patients/{patientId}/readings")
    public Uni<ListView<ReadingView>> page(
            @PathParam("patientId") UUID patientId, @Context UriInfo uri) {
        return chart.page(query(patientId, uri.getQueryParameters()))
                .map(page -> ListView.of(page, ReadingView::of));
    }

    private static Chart.Query query(UUID patientId, MultivaluedMap<String, String> params) {
        Code code = Params.code(params.getFirst("code"));
        boolean component = code != null && code.kind() == Code.Kind.COMPONENT;
        return new Chart.Query(
                patientId,
                code == null || component ? null : code.loinc(),
                component && code != null ? code.loinc() : null,
                Params.instant(params.getFirst("from"), "from"),
                Params.instant(params.getFirst("to"), "to"),
                Params.limit(params.getFirst("limit"), MOST),
                Params.cursor(params.getFirst("cursor")));
    }

    @GET
    @Path("/patients/{patientId}/readings/{id}")
    public Uni<ReadingView> ofPatient(
            @PathParam("patientId") UUID patientId, @PathParam("id") UUID id) {
        return one(id).invoke(
                        view -> {
                            if (!view.patientId().equals(patientId)) {
                                throw Problem.notFound();
                            }
                        });
    }

    @GET
    @Path("/readings/{id}")
    public Uni<ReadingView> one(@PathParam("id") UUID id) {
        return chart.find(id).map(found -> ReadingView.of(found.orElseThrow(Problem::notFound)));
    }
}
