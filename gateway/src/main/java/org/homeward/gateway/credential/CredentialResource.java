package org.homeward.gateway.credential;

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
import org.jspecify.annotations.Nullable;

/// How a device gets in: what it proves itself with, made and ended by the device desk.
@Path("/api/v1/devices/{id}/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class CredentialResource {
    private final CredentialClient credentials;
    private final CurrentAccess access;

    @Inject
    CredentialResource(@RestClient CredentialClient credentials, CurrentAccess access) {
        this.credentials = credentials;
        this.access = access;
    }

    @GET
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "A device's credentials without their secrets, newest first")
    public Uni<Page<CredentialView>> list(@RestPath UUID id) {
        access.about(id);
        return credentials.credentials(access.actor(), id);
    }

    /// The answer holds the token, this once; the credential before still opens the door for some
    /// days.
    @POST
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Make a device's next credential; the answer holds its token, this once")
    @APIResponseSchema(value = NewCredential.class, responseCode = "201")
    public Uni<Response> another(@RestPath UUID id, @Nullable WantedCredential wanted) {
        access.about(id);
        return credentials
                .another(access.actor(), id, wanted == null ? WantedCredential.TOKEN : wanted)
                .map(
                        made ->
                                Response.status(201)
                                        .header("Cache-Control", "no-store")
                                        .entity(made)
                                        .build());
    }

    @DELETE
    @Path("{credentialId}")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "End a credential at once, with the connections opened with it")
    @APIResponse(responseCode = "204", description = "It has ended.")
    public Uni<Response> revoke(@RestPath UUID id, @RestPath UUID credentialId) {
        access.about(id);
        return credentials
                .revoke(access.actor(), id, credentialId)
                .replaceWith(Response.noContent().build());
    }
}
