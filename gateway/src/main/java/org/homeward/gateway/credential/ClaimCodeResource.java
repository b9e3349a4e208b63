package org.homeward.gateway.credential;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/// The code on a kit's label, which the device exchanges for its token once.
@Path("/api/v1/devices/{id}/claim-code")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ClaimCodeResource {
    private final CredentialClient credentials;
    private final CurrentAccess access;

    @Inject
    ClaimCodeResource(@RestClient CredentialClient credentials, CurrentAccess access) {
        this.credentials = credentials;
        this.access = access;
    }

    /// The answer holds the code, this once; an earlier one is worth nothing any more.
    @POST
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Make a device's one-time claim code; the answer holds it, this once")
    @APIResponseSchema(value = NewClaimCode.class, responseCode = "201")
    public Uni<Response> make(@RestPath UUID id) {
        access.about(id);
        return credentials
                .claimCode(access.actor(), id)
                .map(
                        made ->
                                Response.status(201)
                                        .header("Cache-Control", "no-store")
                                        .entity(made)
                                        .build());
    }

    @DELETE
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "End a device's claim code, for a label that was lost or copied")
    @APIResponse(responseCode = "204", description = "None waits any more.")
    public Uni<Response> end(@RestPath UUID id) {
        access.about(id);
        return credentials
                .endClaimCode(access.actor(), id)
                .replaceWith(Response.noContent().build());
    }
}
