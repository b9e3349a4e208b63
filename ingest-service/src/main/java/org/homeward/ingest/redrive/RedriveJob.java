package org.homeward.ingest.redrive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Many refusals that go again one after the other, and how far that is.
///
/// @param total how many there were when it began
/// @param skipped that no door can take again
/// @param finishedAt null while it goes on
public record RedriveJob(
        UUID id,
        RefusalFilter filter,
        Made made,
        int total,
        int accepted,
        int refused,
        int skipped,
        @Nullable Instant finishedAt) {

    /// When it was asked for, and by whom.
    public record Made(Instant at, String by) {}
}
