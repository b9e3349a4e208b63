package org.homeward.gateway.device;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Device profiles as ingest-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface ProfileClient {

    @GET
    @Path("/device-profiles")
    Uni<Page<ProfileView>> list(@HeaderParam(Actor.HEADER) String actor);

    @GET
    @Path("/device-profiles/{id}")
    Uni<ProfileView> get(@HeaderParam(Actor.HEADER) String actor, @RestPath String id);

    /// Adds a profile, or replaces the version named.
    @PUT
    @Path("/device-profiles/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<ProfileView> put(
            @HeaderParam(Actor.HEADER) String actor,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestPath String id,
            ProfileView profile);

    /// Gives a device a profile.
    @PATCH
    @Path("/devices/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<DeviceView> give(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID id, GivenProfile profile);

    /// Writes what a recall names a device by.
    @PATCH
    @Path("/devices/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<DeviceView> label(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID id, DeviceLabel label);
}
