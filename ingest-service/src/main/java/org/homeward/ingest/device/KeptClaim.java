package org.homeward.ingest.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A claim code as it is kept, without the code.
///
/// @param madeBy the subject of whoever made it
public record KeptClaim(UUID deviceId, String madeBy, Instant expiresAt, @Nullable Instant usedAt) {

    /// Whether it can still be exchanged.
    public boolean isLive(Instant at) {
        return usedAt == null && at.isBefore(expiresAt);
    }
}
