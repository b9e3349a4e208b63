package org.homeward.gateway.reading.change;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.reading.ReadingView;
import org.homeward.gateway.role.Permission;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// A second person's word about what the first wants of a reading that a critical alert stands on.
@Path("/api/v1/patients/{patientId}/readings")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class SecondLookResource {
    private static final String ONE = "{id}/second-looks/{lookId}";

    private final ReadingChangeClient readings;
    private final CurrentAccess access;

    @Inject
    SecondLookResource(@RestClient ReadingChangeClient readings, CurrentAccess access) {
        this.readings = readings;
        this.access = access;
    }

    /// Another clinician than the one who asked, one of the two a physician (403).
    @POST
    @Path(ONE + "/confirm")
    @Requires(Permission.READING_CORRECT)
    @Operation(summary = "Confirm what a colleague wants of a reading; it is done")
    @APIResponseSchema(ReadingView.class)
    public Uni<Response> confirm(
            @RestPath UUID patientId,
            @RestPath UUID id,
            @RestPath UUID lookId,
            @Nullable Voiding why) {
        access.about(id);
        return readings.confirm(access.actor(), patientId, id, lookId, said(why))
                .map(reading -> Etags.tagged(reading, reading.version()));
    }

    @POST
    @Path(ONE + "/decline")
    @Requires(Permission.READING_CORRECT)
    @Operation(summary = "Decline what a colleague wants of a reading, or take it back")
    public Uni<SecondLook> decline(
            @RestPath UUID patientId,
            @RestPath UUID id,
            @RestPath UUID lookId,
            @Nullable Voiding why) {
        access.about(id);
        return readings.decline(access.actor(), patientId, id, lookId, said(why));
    }

    private static Voiding said(@Nullable Voiding why) {
        return why == null ? Voiding.NONE : why;
    }
}
