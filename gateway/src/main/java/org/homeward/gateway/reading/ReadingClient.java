package org.homeward.gateway.reading;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Readings as ingest-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface ReadingClient {

    @GET
    @Path("/patients/{patientId}/readings")
    Uni<Page<ReadingView>> list(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestQuery Map<String, String> query);

    @GET
    @Path("/patients/{patientId}/buckets")
    Uni<Page<BucketView>> buckets(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestQuery Map<String, String> query);

    @GET
    @Path("/patients/{patientId}/readings/{id}")
    Uni<ReadingView> get(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId, @RestPath UUID id);

    /// One reading, whoever its patient is; the caller decides about that patient afterwards.
    @GET
    @Path("/readings/{id}")
    Uni<ReadingView> find(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    /// Enters readings by hand; the body is that of the device edge and goes through as it is.
    @POST
    @Path("/patients/{patientId}/readings")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Verdicts> enter(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId, String body);
}
