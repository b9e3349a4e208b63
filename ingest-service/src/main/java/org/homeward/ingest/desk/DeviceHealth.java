package org.homeward.ingest.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a device is that somebody wears.
///
/// @param firmware what runs in it by the last word, its own or the desk's; null if nobody said
/// @param rotateBy when its credential should be replaced
/// @param concerns the kinds of those that are open
public record DeviceHealth(
        UUID id,
        @Nullable String label,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String firmware,
        Instant registeredAt,
        Heard heard,
        @Nullable Integer battery,
        @Nullable Instant rotateBy,
        List<String> concerns) {
    public DeviceHealth {
        concerns = List.copyOf(concerns);
    }

    /// When it was heard.
    ///
    /// @param usualGap the longest time between two sightings that is usual for it; null before it
    ///   was heard twice
    /// @param silentSince null unless it has been quiet for more than twice that, an hour at the
    ///   least
    public record Heard(
            @Nullable Instant lastAt, @Nullable Duration usualGap, @Nullable Instant silentSince) {}
}
