package org.homeward.gateway.recall;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Which devices, patients and readings a recall or a faulty firmware is about. Asked by POST,
/// since a recall may list thousands of serial numbers; the next page is asked with the same body.
@Path("/api/v1/recalls")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class RecallResource {
    private static final int MOST = 200;
    private static final int MOST_READINGS = 1000;

    private final RecallClient recalls;
    private final CurrentAccess access;

    @Inject
    RecallResource(@RestClient RecallClient recalls, CurrentAccess access) {
        this.recalls = recalls;
        this.access = access;
    }

    @POST
    @Path("search")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "The devices that a recall is about, and who wore them")
    public Uni<RecallView> search(
            @Nullable Recall recall,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        String most = Integer.toString(Links.limit(limit, MOST));
        return recalls.search(access.actor(), said(recall).page(most, cursor))
                .map(view -> view.with(Links.next(uri, view.next())));
    }

    @POST
    @Path("readings")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "The readings that a recall is about, without their values")
    public Uni<Page<AffectedReading>> readings(
            @Nullable Recall recall,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        String most = Integer.toString(Links.limit(limit, MOST_READINGS));
        return recalls.readings(access.actor(), said(recall).page(most, cursor))
                .map(page -> Links.page(uri, page.items(), page.next()));
    }

    private static Recall said(@Nullable Recall recall) {
        if (recall == null) {
            throw new Problem(400, "INVALID_PARAMETER", "The body says nothing.");
        }
        return recall;
    }
}
