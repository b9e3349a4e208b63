package org.homeward.ingest.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is called back. All that is said has to hold; letters count in either case.
///
/// @param serials any of these; null for all
/// @param di the model's number in the UDI
/// @param firmware the version that ran when the reading was measured or when it came, whichever
///   makes it affected: a buffer is read out after an update
/// @param from of the time of measuring
public record Recall(
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable List<String> serials,
        @Nullable String di,
        @Nullable String firmware,
        @Nullable Instant from,
        @Nullable Instant to) {

    public Recall {
        serials = serials == null ? null : List.copyOf(serials);
    }

    /// Whether it names some devices and not simply all.
    public boolean namesDevices() {
        return manufacturer != null
                || model != null
                || serials != null
                || di != null
                || firmware != null;
    }
}
