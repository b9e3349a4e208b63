package org.homeward.gateway.reading.change;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;

/// What waits for a second person.
@Path("/api/v1/patients/{patientId}/second-looks")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class PendingLooksResource {
    private final ReadingChangeClient readings;
    private final CurrentAccess access;

    @Inject
    PendingLooksResource(@RestClient ReadingChangeClient readings, CurrentAccess access) {
        this.readings = readings;
        this.access = access;
    }

    @GET
    @Requires(Permission.READING_CORRECT)
    @Operation(summary = "Changes of a patient's readings that wait for a second person")
    public Uni<Page<SecondLook>> pending(@RestPath UUID patientId) {
        return readings.secondLooks(access.actor(), patientId);
    }
}
