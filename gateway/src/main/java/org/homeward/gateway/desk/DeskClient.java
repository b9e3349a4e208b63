package org.homeward.gateway.desk;

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

/// The device desk as ingest-service answers it.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface DeskClient {

    @GET
    @Path("/device-concerns")
    Uni<Page<ConcernView>> concerns(
            @HeaderParam(Actor.HEADER) String actor, @RestQuery Map<String, String> query);

    @POST
    @Path("/device-concerns/{id}/close")
    Uni<ConcernView> close(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID id, ConcernClosing closing);

    @GET
    @Path("/device-health")
    Uni<Page<HealthView>> health(
            @HeaderParam(Actor.HEADER) String actor, @RestQuery Map<String, String> query);

    @GET
    @Path("/device-health/{id}")
    Uni<HealthView> healthOf(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);
}
