package org.homeward.ingest.device;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a device may get another credential. Two live ones let it change over without a gap; a
/// third would be one that nobody keeps an eye on.
public sealed interface Issuance {
    /// It may.
    ///
    /// @param replaced the one that was live and when it ends now; null if none was
    record Allowed(@Nullable CredentialEnding replaced) implements Issuance {}

    record Refused(Cause cause) implements Issuance {}

    enum Cause {
        UNKNOWN_DEVICE,
        DEVICE_DISABLED,
        /// It stands for a person who enters by hand and has nothing to speak with.
        ENTERED_BY_HAND,
        TWO_CREDENTIALS
    }

    /// What a device holds.
    ///
    /// @param credentials all that were ever made for it
    record Holder(UUID deviceId, boolean disabled, List<IssuedCredential> credentials) {
        public Holder {
            credentials = List.copyOf(credentials);
        }

        /// Decides on one more.
        ///
        /// @param overlap how long the one before may still be used, at the most
        public Issuance another(Instant at, Duration overlap) {
            List<IssuedCredential> live = credentials.stream().filter(c -> c.isLive(at)).toList();
            if (disabled) {
                return new Refused(Cause.DEVICE_DISABLED);
            }
            if (credentials.isEmpty()) {
                return new Refused(Cause.ENTERED_BY_HAND);
            }
            if (live.size() > 1) {
                return new Refused(Cause.TWO_CREDENTIALS);
            }
            return new Allowed(live.isEmpty() ? null : ending(live.getFirst(), at.plus(overlap)));
        }

        private static CredentialEnding ending(IssuedCredential older, Instant latest) {
            Instant said = older.validUntil();
            return new CredentialEnding(
                    older.id(), said != null && said.isBefore(latest) ? said : latest);
        }
    }
}
