package org.homeward.gateway.reading.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.reading.ReadingView;
import org.jspecify.annotations.Nullable;

/// A version of a reading and, where another took its place, who did that and why.
///
/// @param reason `entered-in-error`, `corrected`, `not-this-patient` or `reattributed`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadingVersion(
        @Schema(required = true) int version,
        @Schema(required = true) ReadingView reading,
        @Nullable String replacedBy,
        @Nullable String confirmedBy,
        @Nullable Instant replacedAt,
        @Nullable String reason,
        @Nullable String note) {}
