package org.homeward.gateway.reading.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.reading.ReadingView;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// What a clinician says of a stored reading, and the versions that come of it.
@Path("/api/v1/patients/{patientId}/readings")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ReadingChangeResource {
    private final ReadingChangeClient readings;
    private final CurrentAccess access;
    private final ObjectMapper json;

    @Inject
    ReadingChangeResource(
            @RestClient ReadingChangeClient readings, CurrentAccess access, ObjectMapper json) {
        this.readings = readings;
        this.access = access;
        this.json = json;
    }

    /// It is shown and judged no more; what it was stays, and its alerts are judged again. Who
    /// comes second is told who was first (409).
    @POST
    @Path("{id}/void")
    @Requires(Permission.READING_VOID)
    @Operation(summary = "Declare a reading entered in error")
    @APIResponseSchema(ReadingView.class)
    @APIResponse(
            responseCode = "202",
            description = "A critical alert stands on it: a second person is asked",
            content = @Content(schema = @Schema(implementation = SecondLook.class)))
    public Uni<Response> voidReading(
            @RestPath UUID patientId, @RestPath UUID id, @Nullable Voiding why) {
        access.about(id);
        return readings.voidReading(access.actor(), patientId, id, why == null ? Voiding.NONE : why)
                .map(this::answer);
    }

    /// It has another value, its alerts are judged again, and what it was stays among its versions.
    @POST
    @Path("{id}/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.READING_CORRECT)
    @Operation(summary = "Correct a reading's value")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReadingCorrection.class)))
    @APIResponseSchema(ReadingView.class)
    @APIResponse(
            responseCode = "202",
            description = "A critical alert stands on it: a second person is asked",
            content = @Content(schema = @Schema(implementation = SecondLook.class)))
    public Uni<Response> correct(@RestPath UUID patientId, @RestPath UUID id, String body) {
        access.about(id);
        return readings.correct(access.actor(), patientId, id, body).map(this::answer);
    }

    /// Of a reading that is questioned with `IS_THIS_THE_PATIENT`: yes, and it is judged; no, and
    /// it is this patient's no more. 409 where nobody asks or somebody has answered.
    @POST
    @Path("{id}/identity")
    @Requires(Permission.READING_SUBMIT)
    @Operation(summary = "Answer whether a questioned reading is this patient's")
    @APIResponseSchema(ReadingView.class)
    public Uni<Response> identity(
            @RestPath UUID patientId, @RestPath UUID id, @Nullable ReadingIdentity answer) {
        access.about(id);
        return readings.identity(
                        access.actor(),
                        patientId,
                        id,
                        answer == null ? ReadingIdentity.NONE : answer)
                .map(reading -> Etags.tagged(reading, reading.version()));
    }

    @GET
    @Path("{id}/versions")
    @Requires(Permission.READING_CORRECT)
    @Operation(summary = "What a reading said before it was corrected or voided, newest first")
    public Uni<Page<ReadingVersion>> versions(@RestPath UUID patientId, @RestPath UUID id) {
        access.about(id);
        return readings.versions(access.actor(), patientId, id);
    }

    private Response answer(RestResponse<String> given) {
        try {
            if (given.getStatus() == RestResponse.StatusCode.ACCEPTED) {
                SecondLook look = json.readValue(given.getEntity(), SecondLook.class);
                return Response.accepted(look).build();
            }
            ReadingView reading = json.readValue(given.getEntity(), ReadingView.class);
            return Etags.tagged(reading, reading.version());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the service's answer is not what it says", e);
        }
    }
}
