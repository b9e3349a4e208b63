package org.homeward.ingest.sent;

import org.jspecify.annotations.Nullable;

/// What a device says of itself beside its readings.
///
/// @param battery percent; null if not said
/// @param firmware the version that runs in it; null if not said
public record SelfReport(@Nullable Integer battery, @Nullable String firmware) {
    public static final SelfReport NOTHING = new SelfReport(null, null);
}
