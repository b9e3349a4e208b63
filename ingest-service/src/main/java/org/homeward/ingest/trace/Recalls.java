package org.homeward.ingest.trace;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.jspecify.annotations.Nullable;

/// Whom and what a recall is about, over the whole history of assignments. Fails when the store
/// cannot be reached.
public interface Recalls {
    /// How much is affected.
    ///
    /// @param waiting readings that wait for an assignment
    record Extent(long devices, long patients, long readings, long waiting) {}

    /// An affected device and who wore it while it was.
    record Affected(
            UUID deviceId,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            Instant registeredAt,
            List<Wearer> wearers) {
        public Affected {
            wearers = List.copyOf(wearers);
        }
    }

    /// A patient, and how many readings of theirs the device made.
    record Wearer(UUID patientId, long readings) {}

    /// An affected reading.
    record AffectedReading(
            UUID id,
            UUID patientId,
            UUID deviceId,
            String code,
            Instant measuredAt,
            Instant receivedAt) {}

    Uni<Extent> extent(Recall recall);

    /// Newest first.
    Uni<Page<Affected>> devices(Recall recall, int limit, @Nullable Cursor after);

    /// Newest first.
    Uni<Page<AffectedReading>> readings(Recall recall, int limit, @Nullable Cursor after);
}
