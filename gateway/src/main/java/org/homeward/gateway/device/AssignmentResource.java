package org.homeward.gateway.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Scope;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// An assignment that was wrong. The readings of the changed stretch of time go to whoever really
/// had the device. A care team corrects its own patients' assignments.
@Path("/api/v1/devices/{id}/assignments/{assignmentId}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class AssignmentResource {
    private final DeviceClient devices;
    private final Access gate;
    private final SeenDevices seen;
    private final CurrentAccess access;

    @Inject
    AssignmentResource(
            @RestClient DeviceClient devices, Access gate, SeenDevices seen, CurrentAccess access) {
        this.devices = devices;
        this.gate = gate;
        this.seen = seen;
        this.access = access;
    }

    /// What an assignment should have said. A field that is left out stays; `to` that is null is
    /// until further notice.
    @Schema(name = "CorrectedAssignment")
    public record Corrected(
            @Nullable UUID patientId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Schema(required = true) String reason) {}

    /// Why an assignment was a mistake.
    @Schema(name = "RemovedAssignment")
    public record Removed(@Schema(required = true) String reason) {}

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Requires(Permission.ASSIGNMENT_WRITE)
    @Operation(summary = "Correct an assignment, by merge patch; its readings follow")
    @RequestBody(content = @Content(schema = @Schema(implementation = Corrected.class)))
    @APIResponseSchema(AssignmentView.class)
    public Uni<Response> correct(
            @RestPath UUID id,
            @RestPath UUID assignmentId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            JsonNode patch) {
        String version = Etags.required(ifMatch);
        return allowed(id, assignmentId)
                .chain(() -> given(patch.path("patientId")))
                .chain(() -> devices.correct(access.actor(), version, id, assignmentId, patch))
                .map(this::shown);
    }

    @POST
    @Path("remove")
    @Requires(Permission.ASSIGNMENT_WRITE)
    @Operation(summary = "Take an assignment back that was a mistake; its readings are nobody's")
    @APIResponse(responseCode = "204", description = "It is taken back.")
    public Uni<Void> remove(
            @RestPath UUID id,
            @RestPath UUID assignmentId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Removed why) {
        String version = Etags.required(ifMatch);
        return allowed(id, assignmentId)
                .chain(() -> devices.remove(access.actor(), version, id, assignmentId, why));
    }

    /// Whoever may not see the patient may not correct what is said of them.
    private Uni<Void> allowed(UUID id, UUID assignmentId) {
        access.about(id);
        if (access.granted().scope() == Scope.ANY) {
            return Uni.createFrom().voidItem();
        }
        return devices.get(access.actor(), id)
                .map(device -> patient(device, assignmentId))
                .chain(patient -> gate.require(Permission.ASSIGNMENT_WRITE, patient))
                .replaceWithVoid();
    }

    private static UUID patient(DeviceView device, UUID assignmentId) {
        return device.assignments().stream()
                .filter(a -> a.id().equals(assignmentId))
                .map(AssignmentView::patientId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /// Whom it is given to must be a patient, and of the caller's too.
    private Uni<Void> given(JsonNode patient) {
        if (!patient.isTextual()) {
            return Uni.createFrom().voidItem();
        }
        try {
            UUID id = UUID.fromString(patient.textValue());
            return seen.patient(id).replaceWithVoid();
        } catch (IllegalArgumentException e) {
            String cause = "is not a UUID";
            throw new Problem(400, "INVALID_PARAMETER", "patientId: " + cause)
                    .field("patientId", cause);
        }
    }

    private Response shown(AssignmentView made) {
        AssignmentView seen = access.granted().scope() == Scope.ANY ? made.withoutPatient() : made;
        return Etags.tagged(seen, Objects.requireNonNullElse(made.version(), 1));
    }
}
