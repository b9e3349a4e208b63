package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.credential.CredentialRegistry.NewCredential;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.DeviceCertificate;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.device.IssuedCredential;
import org.jspecify.annotations.Nullable;

/// Gives a device its next credential while the one before still opens the door, and ends one that
/// must not open it any more.
@ApplicationScoped
public class RotateCredentials {
    private final CredentialRegistry registry;
    private final FreshSecrets secrets;
    private final IngestConfig.Credentials config;
    private final Event<CredentialEnding> ending;

    @Inject
    RotateCredentials(
            CredentialRegistry registry,
            FreshSecrets secrets,
            IngestConfig config,
            Event<CredentialEnding> ending) {
        this.registry = registry;
        this.secrets = secrets;
        this.config = config.credentials();
        this.ending = ending;
    }

    /// What became of the wish for another credential.
    public sealed interface Outcome {
        /// It is made.
        ///
        /// @param token its only copy; empty for a certificate
        /// @param replaced the one before and when that ends; null if none was live
        record Made(NewCredential credential, String token, @Nullable CredentialEnding replaced)
                implements Outcome {}

        record Refused(Issuance.Cause cause) implements Outcome {}
    }

    /// Makes another credential.
    public Uni<Outcome> another(UUID device, String by) {
        FreshSecrets.Token token = secrets.token();
        NewCredential credential = credential(device, token, Instant.now(), by);
        return registry.issue(credential, config.overlap())
                .map(issuance -> outcome(issuance, credential, token.text()));
    }

    /// Takes the device's own certificate as its next credential.
    ///
    /// @throws CredentialRegistry.Taken as failure if somebody has it already
    public Uni<Outcome> certificate(UUID device, DeviceCertificate certificate, String by) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant usual = now.plus(config.rotateAfter());
        NewCredential credential =
                new NewCredential(
                        UUID.randomUUID(),
                        device,
                        IssuedCredential.Kind.CERTIFICATE,
                        certificate.fingerprint(),
                        now,
                        certificate.notAfter().isBefore(usual) ? certificate.notAfter() : usual,
                        by);
        return registry.issue(credential, config.overlap())
                .map(issuance -> outcome(issuance, credential, ""));
    }

    /// What is kept of a new credential, with the day by which another should take its place.
    public NewCredential credential(UUID device, FreshSecrets.Token token, Instant at, String by) {
        Instant made = at.truncatedTo(ChronoUnit.MILLIS);
        Instant rotateBy = made.plus(config.rotateAfter());
        return new NewCredential(
                UUID.randomUUID(),
                device,
                IssuedCredential.Kind.TOKEN,
                token.hash(),
                made,
                rotateBy,
                by);
    }

    private Outcome outcome(Issuance issuance, NewCredential credential, String token) {
        return switch (issuance) {
            case Issuance.Allowed allowed -> {
                tell(allowed.replaced());
                yield new Outcome.Made(credential, token, allowed.replaced());
            }
            case Issuance.Refused refused -> new Outcome.Refused(refused.cause());
        };
    }

    private void tell(@Nullable CredentialEnding end) {
        if (end != null) {
            ending.fire(end);
        }
    }

    /// All of a device's credentials, newest first; empty if there is no such device.
    public Uni<Optional<List<IssuedCredential>>> of(UUID device) {
        return registry.of(device);
    }

    /// Ends a credential here at once and elsewhere by notice; empty if the device has none such.
    public Uni<Optional<CredentialEnding>> revoke(UUID device, UUID credential, String by) {
        return registry.revoke(device, credential, Instant.now(), by)
                .invoke(end -> end.ifPresent(this::tell));
    }
}
