package org.homeward.gateway.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Patients as followup-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "followup")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface PatientClient {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Search(
            List<UUID> patientIds,
            @Nullable String query,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    /// Registers a patient; the status tells new (201) from known before (200).
    @POST
    @Path("/patients")
    Uni<RestResponse<RegisteredPatient>> register(
            @HeaderParam(Actor.HEADER) String actor, PatientRegistration registration);

    @POST
    @Path("/patients/search")
    Uni<Page<PatientView>> search(@HeaderParam(Actor.HEADER) String actor, Search search);

    @GET
    @Path("/patients/{id}")
    Uni<PatientView> get(@HeaderParam(Actor.HEADER) String actor, @RestPath UUID id);

    /// Changes what the patch names.
    ///
    /// @param patch a JSON merge patch, passed through as it is
    @PATCH
    @Path("/patients/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RegisteredPatient> patch(
            @HeaderParam(Actor.HEADER) String actor,
            @HeaderParam("If-Match") String ifMatch,
            @RestPath UUID id,
            String patch);

    @GET
    @Path("/teams")
    Uni<Page<TeamView>> teams(@HeaderParam(Actor.HEADER) String actor);

    @GET
    @Path("/patients/{id}/timeline")
    Uni<Page<TimelineItem>> timeline(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID id,
            @RestQuery Map<String, String> query);
}
