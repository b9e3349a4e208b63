package org.homeward.gateway.quality;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Quality as ingest-service answers it.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface QualityClient {
    @GET
    @Path("/patients/{id}/quality")
    Uni<QualityView> ofPatient(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID id,
            @RestQuery Map<String, String> query);

    @GET
    @Path("/devices/{id}/quality")
    Uni<QualityView> ofDevice(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID id,
            @RestQuery Map<String, String> query);
}
