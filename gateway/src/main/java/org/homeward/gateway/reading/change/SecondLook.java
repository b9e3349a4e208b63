package org.homeward.gateway.reading.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A change of a reading that a critical alert stands on, which waits for a second person.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SecondLook(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) UUID readingId,
        @Schema(required = true) int readingVersion,
        @Schema(
                        required = true,
                        enumeration = {"pending-second-look", "confirmed", "declined"})
                String status,
        @Schema(
                        required = true,
                        enumeration = {"void", "correct"})
                String wanted,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable List<ReadingCorrection.Part> components,
        @Schema(required = true) String askedBy,
        @Schema(required = true) String askedRole,
        @Schema(required = true) Instant askedAt,
        @Schema(required = true) String note,
        @Schema(required = true) List<UUID> alertIds,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {
    public SecondLook {
        alertIds = Given.list(alertIds);
    }
}
