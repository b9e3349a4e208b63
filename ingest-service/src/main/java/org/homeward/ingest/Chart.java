package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.reading.Reading;
import org.jspecify.annotations.Nullable;

/// The stored readings, to be looked at. Fails when the store cannot be reached.
public interface Chart {
    /// Which of a patient's readings.
    ///
    /// @param code canonical; null for all
    /// @param component canonical code of a component that a panel must contain; null for any
    record Query(
            UUID patientId,
            @Nullable String code,
            @Nullable String component,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit,
            @Nullable Cursor after) {}

    /// Newest first.
    Uni<Page<Reading>> page(Query query);

    Uni<Optional<Reading>> find(UUID readingId);
}
