package org.homeward.ingest.device;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a recall names a device by, beside its maker and model.
///
/// @param udi what its label carries
/// @param firmware the version that runs in it, as was said last
/// @param calibrationDue the last day on which its calibration holds
public record Traces(
        @Nullable Udi udi, @Nullable String firmware, @Nullable LocalDate calibrationDue) {
    public static final Traces NONE = new Traces(null, null, null);
}
