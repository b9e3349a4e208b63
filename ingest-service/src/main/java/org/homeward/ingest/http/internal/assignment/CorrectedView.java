package org.homeward.ingest.http.internal.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.attribution.Worn;
import org.jspecify.annotations.Nullable;

/// An assignment as it says now.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectedView(UUID id, UUID patientId, Instant from, @Nullable Instant to, int version) {
    static CorrectedView of(UUID id, Worn worn, int version) {
        return new CorrectedView(
                id, worn.patientId(), worn.stretch().from(), worn.stretch().until(), version);
    }
}
