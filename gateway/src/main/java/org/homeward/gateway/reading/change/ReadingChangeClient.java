package org.homeward.gateway.reading.change;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.homeward.gateway.reading.ReadingView;
import org.homeward.gateway.upstream.Page;
import org.homeward.gateway.upstream.UpstreamProblems;
import org.homeward.kit.caller.Actor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Changed readings as ingest-service answers them.
@OidcClientFilter
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(UpstreamProblems.class)
@Path("/internal/v1")
public interface ReadingChangeClient {

    /// 200 with the reading, or 202 with the second look that it waits for.
    @POST
    @Path("/patients/{patientId}/readings/{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> voidReading(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestPath UUID id,
            Voiding why);

    /// The body goes through as it is, so that a decimal stays the decimal that was typed.
    @POST
    @Path("/patients/{patientId}/readings/{id}/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> correct(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestPath UUID id,
            String body);

    @GET
    @Path("/patients/{patientId}/readings/{id}/versions")
    Uni<Page<ReadingVersion>> versions(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId, @RestPath UUID id);

    @POST
    @Path("/patients/{patientId}/readings/{id}/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<ReadingView> identity(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestPath UUID id,
            ReadingIdentity answer);

    @GET
    @Path("/patients/{patientId}/second-looks")
    Uni<Page<SecondLook>> secondLooks(
            @HeaderParam(Actor.HEADER) String actor, @RestPath UUID patientId);

    @POST
    @Path("/patients/{patientId}/readings/{id}/second-looks/{lookId}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<ReadingView> confirm(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestPath UUID id,
            @RestPath UUID lookId,
            Voiding why);

    @POST
    @Path("/patients/{patientId}/readings/{id}/second-looks/{lookId}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<SecondLook> decline(
            @HeaderParam(Actor.HEADER) String actor,
            @RestPath UUID patientId,
            @RestPath UUID id,
            @RestPath UUID lookId,
            Voiding why);
}
