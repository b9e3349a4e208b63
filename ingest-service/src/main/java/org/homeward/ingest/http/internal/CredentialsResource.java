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
import org.homeward.ingest.credential.CredentialRegistry;
import org.homeward.ingest.credential.RotateCredentials;
import org.homeward.ingest.credential.RotateCredentials.Outcome;
import org.homeward.ingest.device.DeviceCertificate;
import org.homeward.ingest.device.IssuedCredential;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

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

    /// What the next one is to be: a certificate as PEM, else a token.
    public record Wanted(@Nullable String certificate) {}

    @POST
    public Uni<Response> another(@PathParam("id") UUID id, @Nullable Wanted body) {
        String by = actor.get().subject();
        String pem = body == null ? null : body.certificate();
        Uni<Outcome> made =
                pem == null
                        ? rotate.another(id, by)
                        : rotate.certificate(id, certificate(pem), by)
                                .onFailure(CredentialRegistry.Taken.class)
                                .transform(_ -> taken());
        return made.map(CredentialsResource::answer);
    }

    private static DeviceCertificate certificate(String pem) {
        return DeviceCertificate.read(pem, Instant.now())
                .orElseThrow(
                        () ->
                                new Problem(
                                        422,
                                        "INVALID_CERTIFICATE",
                                        "certificate: is no X.509 certificate as PEM that holds"
                                                + " now"));
    }

    private static Problem taken() {
        return new Problem(409, "CERTIFICATE_TAKEN", "The certificate is a device's already.");
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made made ->
                    Response.status(201)
                            .header("Cache-Control", "no-store")
                            .entity(CredentialView.Made.of(made))
                            .build();
            case Outcome.Refused refused -> throw IssuanceProblems.problem(refused.cause());
        };
    }

    @DELETE
    @Path("/{cid}")
    public Uni<Response> revoke(@PathParam("id") UUID id, @PathParam("cid") UUID credential) {
        return rotate.revoke(id, credential, actor.get().subject())
                .map(end -> end.orElseThrow(Problem::notFound))
                .replaceWith(Response.noContent().build());
    }
}
