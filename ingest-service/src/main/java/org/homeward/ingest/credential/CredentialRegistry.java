package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.device.IssuedCredential;
import org.homeward.ingest.device.TokenHash;

/// The credentials of the devices. What ends is told to the other instances with the same
/// transaction. Fails when the store cannot be reached.
public interface CredentialRegistry {
    /// A credential to keep; the token itself is kept nowhere.
    ///
    /// @param hash of the token, or of the device's own certificate
    record NewCredential(
            UUID id,
            UUID deviceId,
            IssuedCredential.Kind kind,
            TokenHash hash,
            Instant at,
            Instant rotateBy,
            String by) {}

    /// The certificate is registered already, with this device or another.
    final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Taken() {
            super("certificate taken", null, false, false);
        }
    }

    /// Adds it if the device may have one more; two at once are decided one after the other.
    ///
    /// @throws Taken as failure if it is a certificate that somebody has
    Uni<Issuance> issue(NewCredential credential, Duration overlap);

    /// All that were ever made for a device, newest first; empty if there is no such device.
    Uni<Optional<List<IssuedCredential>>> of(UUID deviceId);

    /// Ends one; empty if the device has no such credential. One that has ended stays as it is.
    Uni<Optional<CredentialEnding>> revoke(UUID deviceId, UUID id, Instant at, String by);
}
