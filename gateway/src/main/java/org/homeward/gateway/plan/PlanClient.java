package org.homeward.gateway.plan;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/// Care plans as followup-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "followup")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface PlanClient {

    @GET
    @Path("/patients/{patientId}/care-plan")
    Uni<CarePlanView> get(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId);

    /// Replaces the plan by a new version.
    ///
    /// @param plan the plan as the person sent it
    @PUT
    @Path("/patients/{patientId}/care-plan")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<ChangedPlan> put(
            @HeaderParam(Actor.HEADER) String actor,
            @HeaderParam("If-Match") String ifMatch,
            @RestPath UUID patientId,
            String plan);

    @GET
    @Path("/patients/{patientId}/care-plan/versions")
    Uni<Page<PlanVersion>> versions(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId);
}
