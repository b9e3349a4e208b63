package org.homeward.gateway.hub;

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

/// Hubs as ingest-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1/devices/{hub}/acts-for")
public interface HubClient {

    @GET
    Uni<Page<HubView>> list(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID hub);

    @POST
    Uni<HubView> authorise(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID hub, NewHubDevice device);

    @DELETE
    @Path("/{id}")
    Uni<Void> end(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID hub, @RestPath UUID id);
}
