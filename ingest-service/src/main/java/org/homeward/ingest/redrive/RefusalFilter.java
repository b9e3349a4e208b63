package org.homeward.ingest.redrive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which refusals; what is null limits nothing.
///
/// @param from of receipt
/// @param to of receipt, itself not included
/// @param text a part of the detail, such as a field's path, in any case of letters
public record RefusalFilter(
        @Nullable UUID deviceId,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {
    public static final RefusalFilter NONE = new RefusalFilter(null, null, null, null, null);
}
