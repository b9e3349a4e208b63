package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.ingest.credential.CredentialRegistry.NewCredential;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.device.KeptClaim;
import org.homeward.ingest.device.TokenHash;
import org.jspecify.annotations.Nullable;

/// The claim codes that wait to be exchanged, one for a device. Fails when the store cannot be
/// reached.
public interface ClaimCodes {
    /// A code to keep; the code itself is kept nowhere.
    record NewClaimCode(UUID deviceId, TokenHash hash, Instant at, Instant expiresAt, String by) {}

    /// Keeps it in place of the device's earlier one, if the device may have another credential.
    Uni<Issuance> keep(NewClaimCode code);

    /// What became of an exchange.
    sealed interface Claim {
        /// The device has its token now.
        ///
        /// @param replaced the credential before and when that ends; null if none was live
        record Taken(NewCredential credential, @Nullable CredentialEnding replaced)
                implements Claim {}

        /// The code was used or has expired, or its device is disabled.
        record Ended(UUID deviceId) implements Claim {}

        /// The code holds, and its device has two credentials already.
        record TwoCredentials() implements Claim {}

        record Unknown() implements Claim {}

        /// What was typed is no code: it was mistyped, and nobody looked it up.
        record NoCode() implements Claim {}
    }

    /// What an exchange is made with.
    ///
    /// @param credential what is made for the device whose code it is
    record Exchange(Instant at, Duration overlap, Function<KeptClaim, NewCredential> credential) {}

    /// Ends the device's code if one waits; empty if there is no such device.
    Uni<Optional<UUID>> end(UUID deviceId, Instant at);

    /// Exchanges a code once; of two at the same time one wins.
    Uni<Claim> exchange(TokenHash hash, Exchange exchange);
}
