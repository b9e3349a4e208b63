package org.homeward.gateway.hub;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/// For which devices a hub may speak, said and ended by the device desk.
@Path("/api/v1/devices/{id}/acts-for")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class HubResource {
    private final HubClient hubs;
    private final CurrentAccess access;

    @Inject
    HubResource(@RestClient HubClient hubs, CurrentAccess access) {
        this.hubs = hubs;
        this.access = access;
    }

    @GET
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "The devices that a hub may speak for, and might before, newest first")
    public Uni<Page<HubView>> list(@RestPath UUID id) {
        access.about(id);
        return hubs.list(access.actor(), id);
    }

    @POST
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Let a hub speak for a device, for a time or until further notice")
    @APIResponseSchema(value = HubView.class, responseCode = "201")
    public Uni<Response> authorise(@RestPath UUID id, NewHubDevice device) {
        access.about(id);
        return hubs.authorise(access.actor(), id, device)
                .map(made -> Response.status(201).entity(made).build());
    }

    @DELETE
    @Path("{authorisationId}")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "End at once that a hub may speak for a device")
    @APIResponse(responseCode = "204", description = "It has ended.")
    public Uni<Response> end(@RestPath UUID id, @RestPath UUID authorisationId) {
        access.about(id);
        return hubs.end(access.actor(), id, authorisationId)
                .replaceWith(Response.noContent().build());
    }
}
