package org.homeward.gateway.share;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Shares as followup-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "followup")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface ShareClient {

    @GET
    @Path("/patients/{patientId}/shares")
    Uni<Page<ShareView>> list(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId);

    @POST
    @Path("/patients/{patientId}/shares")
    Uni<RestResponse<GrantedShare>> grant(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId, NewShare share);

    /// Links a login; the status tells new (201) from there before (200).
    @POST
    @Path("/patients/{patientId}/relations")
    Uni<RestResponse<GrantedShare>> link(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            NewRelation relation);

    /// 204; the header `Homeward-Relation` has the changed relation.
    @DELETE
    @Path("/patients/{patientId}/shares/{shareId}")
    Uni<Response> end(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestPath UUID shareId);
}
