package org.homeward.gateway.refusal;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.role.Permission;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Many refusals sent again as one job.
@Path("/api/v1/refusal-redrives")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class RedriveResource {
    private final RefusalClient refusals;
    private final CurrentAccess access;

    @Inject
    RedriveResource(@RestClient RefusalClient refusals, CurrentAccess access) {
        this.refusals = refusals;
        this.access = access;
    }

    /// At most 10 000 at once; the answer says how many there are.
    @POST
    @Requires(Permission.REFUSAL_REDRIVE)
    @Operation(summary = "Send all refusals of a filter through their doors again")
    @APIResponseSchema(value = RedriveView.class, responseCode = "202")
    public Uni<Response> start(@Nullable NewRedrive wanted) {
        return refusals.start(access.actor(), wanted == null ? NewRedrive.NONE : wanted)
                .map(job -> Response.accepted(job).build());
    }

    @GET
    @Path("{id}")
    @Requires(Permission.REFUSAL_REDRIVE)
    @Operation(summary = "How far a redrive is")
    public Uni<RedriveView> get(@RestPath UUID id) {
        access.about(id);
        return refusals.find(access.actor(), id);
    }
}
