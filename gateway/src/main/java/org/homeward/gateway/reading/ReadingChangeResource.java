package org.homeward.gateway.reading;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// What a clinician says of a stored reading, and the versions that come of it.
@Path("/api/v1/patients/{patientId}/readings")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ReadingChangeResource {
    private final ReadingClient readings;
    private final CurrentAccess access;

    @Inject
    ReadingChangeResource(@RestClient ReadingClient readings, CurrentAccess access) {
        this.readings = readings;
        this.access = access;
    }

    /// It is shown and judged no more; what it was stays, and its alerts are judged again. Who
    /// comes second is told who was first (409).
    @POST
    @Path("{id}/void")
    @Requires(Permission.READING_VOID)
    @Operation(summary = "Declare a reading entered in error")
    @APIResponseSchema(ReadingView.class)
    public Uni<Response> voidReading(
            @RestPath UUID patientId, @RestPath UUID id, @Nullable Voiding why) {
        access.about(id);
        return readings.voidReading(access.actor(), patientId, id, why == null ? Voiding.NONE : why)
                .map(reading -> Etags.tagged(reading, reading.version()));
    }

    /// It has another value, its alerts are judged again, and what it was stays among its versions.
    @POST
    @Path("{id}/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.READING_CORRECT)
    @Operation(summary = "Correct a reading's value")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReadingCorrection.class)))
    @APIResponseSchema(ReadingView.class)
    public Uni<Response> correct(@RestPath UUID patientId, @RestPath UUID id, String body) {
        access.about(id);
        return readings.correct(access.actor(), patientId, id, body)
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
}
