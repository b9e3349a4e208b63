package org.homeward.ingest.http.internal.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.homeward.ingest.correction.Corrections;
import org.jspecify.annotations.Nullable;

/// A version of a reading, and who put another in its place.
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(
        int version,
        ReadingView reading,
        @Nullable String replacedBy,
        @Nullable String confirmedBy,
        @Nullable Instant replacedAt,
        @Nullable String reason,
        @Nullable String note) {
    static VersionView of(Corrections.Version version) {
        Corrections.Change replaced = version.replaced();
        ReadingView reading = ReadingView.of(version.reading());
        return replaced == null
                ? new VersionView(reading.version(), reading, null, null, null, null, null)
                : new VersionView(
                        reading.version(),
                        reading,
                        replaced.by(),
                        replaced.confirmedBy().isEmpty() ? null : replaced.confirmedBy(),
                        replaced.at(),
                        replaced.reason(),
                        replaced.note());
    }
}
