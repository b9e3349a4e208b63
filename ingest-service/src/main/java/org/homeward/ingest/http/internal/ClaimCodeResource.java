package org.homeward.ingest.http.internal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.credential.ClaimDevices;
import org.homeward.ingest.credential.ClaimDevices.Outcome;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;

/// The one-time code for a kit's label, for the gateway.
@Path("/internal/v1/devices/{id}/claim-code")
@RolesAllowed("device-admin")
public class ClaimCodeResource {
    private final ClaimDevices claims;
    private final CurrentActor actor;

    @Inject
    ClaimCodeResource(ClaimDevices claims, CurrentActor actor) {
        this.claims = claims;
        this.actor = actor;
    }

    /// The answer that gives a code out, this once.
    public record Made(UUID deviceId, String claimCode, Instant expiresAt) {}

    @POST
    public Uni<Response> make(@PathParam("id") UUID id) {
        return claims.code(id, actor.get().subject()).map(ClaimCodeResource::answer);
    }

    /// Ends a code that waits, for a label that was lost or copied.
    @DELETE
    public Uni<Response> end(@PathParam("id") UUID id) {
        return claims.end(id)
                .map(device -> device.orElseThrow(Problem::notFound))
                .replaceWith(Response.noContent().build());
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made made ->
                    Response.status(201)
                            .header("Cache-Control", "no-store")
                            .entity(new Made(made.deviceId(), made.code(), made.expiresAt()))
                            .build();
            case Outcome.Refused refused -> throw IssuanceProblems.problem(refused.cause());
            case Outcome.Off _ ->
                    throw new Problem(
                            503, "NO_CLAIM_CODES", "The service has no key for claim codes.");
        };
    }
}
