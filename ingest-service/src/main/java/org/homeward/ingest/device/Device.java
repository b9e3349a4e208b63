package org.homeward.ingest.device;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A registered device and who wore it when.
///
/// @param battery percent, as it last said
/// @param profile the id of the profile that says what its keys mean
public record Device(
        UUID id,
        Description description,
        boolean disabled,
        Instant registeredAt,
        @Nullable Instant lastSeenAt,
        @Nullable Integer battery,
        @Nullable String profile,
        Traces traces,
        @Nullable Clock clock,
        List<Wearing> assignments) {

    public Device {
        assignments = List.copyOf(assignments);
    }

    /// What kind of thing it is; all but the kind may be unknown.
    public record Description(
            String kind,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String label) {}

    /// How its clock goes.
    ///
    /// @param offsetSeconds ahead of ours, less than 0 if behind; null while that cannot be told
    /// @param checkedAt when it was looked at last
    /// @param wrongSince null while nothing is known to be wrong
    public record Clock(
            @Nullable Integer offsetSeconds, Instant checkedAt, @Nullable Instant wrongSince) {}

    /// One assignment.
    public record Wearing(
            UUID id,
            UUID patientId,
            @Nullable Instant from,
            @Nullable Instant until,
            int version) {}
}
