package org.homeward.ingest.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device was a patient's from one instant until another.
///
/// @param serial the device's serial number, by which two ways of one device are known; null if it
///   has none or was heard by one way only
/// @param until null while it lasts
/// @param clock by how many seconds the device's clock is ahead (less than 0: behind) where that is
///   known to be wrong; null otherwise
/// @param careEnded when the patient died or was discharged; null while cared for
public record Assignment(
        UUID deviceId,
        @Nullable String serial,
        @Nullable Integer clock,
        UUID patientId,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant careEnded) {

    boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    /// Whether what was measured at this instant is no longer anybody's care. Earlier readings are
    /// history, however late they come.
    public boolean isAfterCare(Instant at) {
        return careEnded != null && at.isAfter(careEnded);
    }
}
