package org.homeward.ingest.http.internal.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeward.ingest.attribution.AssignmentStore.Outcome;
import org.homeward.ingest.attribution.CorrectAssignments;
import org.homeward.ingest.attribution.Correction;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// An assignment was wrong: what is right, and the readings go to whom they are of.
@Path("/internal/v1/devices/{deviceId}/assignments/{id}")
public class AssignmentsResource {
    private final CorrectAssignments assignments;
    private final CurrentActor actor;

    @Inject
    AssignmentsResource(CorrectAssignments assignments, CurrentActor actor) {
        this.assignments = assignments;
        this.actor = actor;
    }

    @PATCH
    @RolesAllowed({"device-admin", "nurse"})
    public Uni<Response> correct(
            @PathParam("deviceId") UUID deviceId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        int version = version(ifMatch);
        Said said = new Said(body);
        return change(new Correction(deviceId, id, version, said.patch(), word(said)));
    }

    @POST
    @Path("/remove")
    @RolesAllowed({"device-admin", "nurse"})
    public Uni<Response> remove(
            @PathParam("deviceId") UUID deviceId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        int version = version(ifMatch);
        Said said = new Said(body);
        return change(new Correction(deviceId, id, version, new Correction.Removal(), word(said)));
    }

    private Correction.Word word(Said said) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Correction.Word(actor.get().subject(), now, said.reason());
    }

    private Uni<Response> change(Correction correction) {
        return assignments
                .correct(correction)
                .map(outcome -> answer(correction.assignmentId(), outcome));
    }

    private static Response answer(UUID id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Corrected done ->
                    Response.ok(CorrectedView.of(id, done.worn(), done.version()))
                            .header(HttpHeaders.ETAG, "\"" + done.version() + "\"")
                            .build();
            case Outcome.Removed _ -> Response.noContent().build();
            case Outcome.Unknown _ -> throw Problem.notFound();
            case Outcome.Gone first ->
                    throw new Problem(409, "ALREADY_REMOVED", "Somebody has taken it back before.")
                            .with("by", first.by())
                            .with("at", first.at().toString());
            case Outcome.Stale _ ->
                    throw new Problem(412, "STALE", "Another version stands there.");
            case Outcome.Backwards _ ->
                    throw new Problem(422, "INVALID_PERIOD", "to: is not after from");
            case Outcome.Overlap _ ->
                    throw new Problem(
                            409,
                            "ASSIGNMENT_OVERLAPS",
                            "The device is somebody's during that time already.");
        };
    }

    /// A version that never is, if it is not a tag of ours.
    private static int version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428, "IF_MATCH_NEEDED", "A change needs If-Match with the version it is of.");
        }
        String digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
