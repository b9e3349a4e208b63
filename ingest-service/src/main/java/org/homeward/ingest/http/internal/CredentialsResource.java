package org.homeward.ingest.http.internal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.credential.RotateCredentials;
import org.homeward.ingest.device.IssuedCredential;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;

/// What a device proves itself with, for the gateway.
@Path("/internal/v1/devices/{id}/credentials")
@RolesAllowed("device-admin")
public class CredentialsResource {
    private final RotateCredentials rotate;
    private final CurrentActor actor;

    @Inject
    CredentialsResource(RotateCredentials rotate, CurrentActor actor) {
        this.rotate = rotate;
        this.actor = actor;
    }

    @GET
    public Uni<ListView<CredentialView>> all(@PathParam("id") UUID id) {
        Instant now = Instant.now();
        return rotate.of(id)
                .map(found -> found.orElseThrow(Problem::notFound))
                .map(credentials -> new ListView<>(views(credentials, now), null));
    }

    private static List<CredentialView> views(List<IssuedCredential> credentials, Instant now) {
        return credentials.stream().map(c -> CredentialView.of(c, now)).toList();
    }

    @POST
    public Uni<Response> another(@PathParam("id") UUID id) {
        return rotate.another(id, actor.get().subject())
                .map(
                        outcome ->
                                switch (outcome) {
                                    case RotateCredentials.Outcome.Made made ->
                                            Response.status(201)
                                                    .header("Cache-Control", "no-store")
                                                    .entity(CredentialView.Made.of(made))
                                                    .build();
                                    case RotateCredentials.Outcome.Refused refused ->
                                            throw IssuanceProblems.problem(refused.cause());
                                });
    }

    @DELETE
    @Path("/{cid}")
    public Uni<Response> revoke(@PathParam("id") UUID id, @PathParam("cid") UUID credential) {
        return rotate.revoke(id, credential, actor.get().subject())
                .map(end -> end.orElseThrow(Problem::notFound))
                .replaceWith(Response.noContent().build());
    }
}
