package org.homeward.gateway.refusal;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Refusals and the account as ingest-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface RefusalClient {

    @GET
    @Path("/refusals")
    Uni<Page<RefusalView>> list(
            @HeaderParam(Actor.HEADER) String actor, @RestQuery Map<String, String> query);

    @POST
    @Path("/refusals/{id}/redrive")
    Uni<RefusalView> redrive(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    @POST
    @Path("/refusal-redrives")
    Uni<RedriveView> start(@HeaderParam(Actor.HEADER) String actor, NewRedrive wanted);

    @GET
    @Path("/refusal-redrives/{id}")
    Uni<RedriveView> find(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    @GET
    @Path("/conservation")
    Uni<ConservationView> conservation(@HeaderParam(Actor.HEADER) String actor);
}
