package org.homeward.ingest.http.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.credential.CredentialRegistry.NewCredential;
import org.homeward.ingest.credential.RotateCredentials;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.IssuedCredential;
import org.jspecify.annotations.Nullable;

/// A credential as the gateway sees it, never with its secret.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialView(
        UUID id,
        String kind,
        String status,
        Instant madeAt,
        String madeBy,
        Instant rotateBy,
        @Nullable Instant validUntil,
        @Nullable Instant revokedAt) {

    static CredentialView of(IssuedCredential c, Instant at) {
        return new CredentialView(
                c.id(),
                c.kind().word(),
                c.status(at).word(),
                c.madeAt(),
                c.madeBy(),
                c.rotateBy(),
                c.validUntil(),
                c.revokedAt());
    }

    /// The answer that gives a token out, this once.
    ///
    /// @param replaces the one before, which ends then at the latest
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(
            UUID id,
            UUID deviceId,
            String kind,
            @Nullable String token,
            Instant madeAt,
            Instant rotateBy,
            @Nullable Replaced replaces) {

        static Made of(RotateCredentials.Outcome.Made made) {
            NewCredential c = made.credential();
            CredentialEnding end = made.replaced();
            return new Made(
                    c.id(),
                    c.deviceId(),
                    c.kind().word(),
                    made.token().isEmpty() ? null : made.token(),
                    c.at(),
                    c.rotateBy(),
                    end == null ? null : new Replaced(end.credentialId(), end.at()));
        }
    }

    record Replaced(UUID id, Instant validUntil) {}
}
