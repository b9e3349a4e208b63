package org.homeward.gateway.quality;

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
import org.homeward.gateway.edge.Query;
import org.homeward.gateway.role.Permission;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// How good a patient's readings are, over time.
@Path("/api/v1/patients/{patientId}/quality")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class QualityResource {
    private final QualityClient quality;
    private final CurrentAccess access;

    @Inject
    QualityResource(@RestClient QualityClient quality, CurrentAccess access) {
        this.quality = quality;
        this.access = access;
    }

    /// `from` and `to` are UTC days, both included; 30 days where they are missing.
    @GET
    @Requires(Permission.READING_READ)
    @Operation(summary = "How good a patient's readings are, by day")
    public Uni<QualityView> ofPatient(
            @RestPath UUID patientId,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        Query days = new Query().with("from", from).with("to", to);
        return quality.ofPatient(access.actor(), patientId, days.parameters());
    }
}
