package org.homeward.gateway.credential;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;

/// Devices' credentials and claim codes as ingest-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface CredentialClient {

    @GET
    @Path("/devices/{id}/credentials")
    Uni<Page<CredentialView>> credentials(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    /// The answer holds the token, this once.
    @POST
    @Path("/devices/{id}/credentials")
    Uni<NewCredential> another(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID id, WantedCredential wanted);

    @DELETE
    @Path("/devices/{id}/credentials/{credentialId}")
    Uni<Void> revoke(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID id,
            @RestPath UUID credentialId);

    /// The answer holds the code, this once.
    @POST
    @Path("/devices/{id}/claim-code")
    Uni<NewClaimCode> claimCode(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    @DELETE
    @Path("/devices/{id}/claim-code")
    Uni<Void> endClaimCode(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);
}
