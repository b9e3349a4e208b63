package org.homeward.gateway.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/// Devices and their assignments as ingest-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface DeviceClient {

    @GET
    @Path("/devices")
    Uni<Page<DeviceView>> list(
            @HeaderParam(Actor.HEADER) String actor, @RestQuery Map<String, String> query);

    @GET
    @Path("/devices/{id}")
    Uni<DeviceView> get(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    /// The answer holds the token, this once.
    @POST
    @Path("/devices")
    Uni<DeviceView> register(@HeaderParam(Actor.HEADER) String actor, NewDevice device);

    @POST
    @Path("/devices/{id}/assignments")
    Uni<AssignmentView> assign(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID id, NewAssignment assignment);

    @PATCH
    @Path("/devices/{id}/assignments/{assignmentId}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<AssignmentView> correct(
            @HeaderParam(Actor.HEADER) String actor,
            @HeaderParam("If-Match") String ifMatch,
            @RestPath UUID id,
            @RestPath UUID assignmentId,
            JsonNode patch);

    @POST
    @Path("/devices/{id}/assignments/{assignmentId}/remove")
    Uni<Void> remove(
            @HeaderParam(Actor.HEADER) String actor,
            @HeaderParam("If-Match") String ifMatch,
            @RestPath UUID id,
            @RestPath UUID assignmentId,
            AssignmentResource.Removed why);

    @POST
    @Path("/devices/{id}/disable")
    Uni<DeviceView> disable(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);
}
