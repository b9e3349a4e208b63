package org.homeward.ingest.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody must look at about a device; one is open for a device and kind.
///
/// @param kind such as `battery-low`
/// @param lastAt when it was told last
/// @param closed null while it is open
public record DeviceConcern(
        UUID id,
        UUID deviceId,
        String kind,
        String detail,
        Instant since,
        Instant lastAt,
        @Nullable Closed closed) {

    /// Who ended it; `system` where its cause went away by itself.
    public record Closed(Instant at, String by, @Nullable String note) {}
}
