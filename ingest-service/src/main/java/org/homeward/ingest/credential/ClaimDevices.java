package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.credential.ClaimCodes.Claim;
import org.homeward.ingest.device.ClaimCode;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.device.TokenHash;

/// Gives a kit's label its code, and the device that shows the code its token.
@ApplicationScoped
public class ClaimDevices {
    private final ClaimCodes codes;
    private final ClaimKey key;
    private final FreshSecrets secrets;
    private final RotateCredentials credentials;
    private final IngestConfig config;
    private final Event<CredentialEnding> ending;

    @Inject
    ClaimDevices(
            ClaimCodes codes,
            ClaimKey key,
            FreshSecrets secrets,
            RotateCredentials credentials,
            IngestConfig config,
            Event<CredentialEnding> ending) {
        this.codes = codes;
        this.key = key;
        this.secrets = secrets;
        this.credentials = credentials;
        this.config = config;
        this.ending = ending;
    }

    /// What became of the wish for a code.
    public sealed interface Outcome {
        /// It is made.
        ///
        /// @param code its only copy
        record Made(UUID deviceId, String code, Instant expiresAt) implements Outcome {}

        record Refused(Issuance.Cause cause) implements Outcome {}

        /// The service has no key to keep codes with.
        record Off() implements Outcome {}
    }

    /// Makes a device's claim code; an earlier one is worth nothing any more.
    public Uni<Outcome> code(UUID device, String by) {
        ClaimCode code = secrets.claimCode();
        Optional<TokenHash> hash = key.hash(code);
        if (hash.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Off());
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant expires = now.plus(config.claim().validFor());
        return codes.keep(new ClaimCodes.NewClaimCode(device, hash.get(), now, expires, by))
                .map(
                        issuance ->
                                switch (issuance) {
                                    case Issuance.Allowed _ ->
                                            new Outcome.Made(device, code.text(), expires);
                                    case Issuance.Refused refused ->
                                            new Outcome.Refused(refused.cause());
                                });
    }

    /// Ends a device's code before its time; empty if there is no such device.
    public Uni<Optional<UUID>> end(UUID device) {
        return codes.end(device, Instant.now());
    }

    /// What a device got for its code.
    ///
    /// @param token its only copy; empty unless the claim was taken
    public record Answer(Claim claim, String token) {}

    /// Exchanges what was typed.
    public Uni<Answer> claim(String typed) {
        Optional<ClaimCode> code = ClaimCode.read(typed);
        if (code.isEmpty()) {
            return Uni.createFrom().item(new Answer(new Claim.NoCode(), ""));
        }
        Optional<TokenHash> hash = code.flatMap(key::hash);
        if (hash.isEmpty()) {
            return Uni.createFrom().item(new Answer(new Claim.Unknown(), ""));
        }
        FreshSecrets.Token token = secrets.token();
        Instant now = Instant.now();
        ClaimCodes.Exchange exchange =
                new ClaimCodes.Exchange(
                        now,
                        config.credentials().overlap(),
                        kept -> credentials.credential(kept.deviceId(), token, now, kept.madeBy()));
        return codes.exchange(hash.get(), exchange).map(claim -> answer(claim, token));
    }

    private Answer answer(Claim claim, FreshSecrets.Token token) {
        if (claim instanceof Claim.Taken taken) {
            if (taken.replaced() != null) {
                ending.fire(taken.replaced());
            }
            return new Answer(claim, token.text());
        }
        return new Answer(claim, "");
    }
}
