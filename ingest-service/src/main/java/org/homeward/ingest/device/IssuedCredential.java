package org.homeward.ingest.device;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A credential that was made for a device, without its secret.
///
/// @param madeBy the subject of whoever made it, or of whoever made the claim code it came by
/// @param rotateBy when another should have taken its place; it opens the door beyond that
/// @param validUntil when it ends because a newer one took its place; null while none did
public record IssuedCredential(
        UUID id,
        UUID deviceId,
        Kind kind,
        Instant madeAt,
        String madeBy,
        Instant rotateBy,
        @Nullable Instant validUntil,
        @Nullable Instant revokedAt) {

    public enum Kind {
        TOKEN,
        /// A certificate of the device's own, for MQTT over TLS.
        CERTIFICATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Status {
        ACTIVE,
        /// A newer one took its place and it still opens the door.
        ENDING,
        ENDED,
        REVOKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Status status(Instant at) {
        if (validUntil != null && !at.isBefore(validUntil)) {
            return Status.ENDED;
        }
        if (revokedAt != null) {
            return Status.REVOKED;
        }
        return validUntil == null ? Status.ACTIVE : Status.ENDING;
    }

    boolean isLive(Instant at) {
        Status status = status(at);
        return status == Status.ACTIVE || status == Status.ENDING;
    }
}
