package org.homeward.ingest.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device was a patient's from one instant until another.
///
/// @param twins by what the device's other ways are known; null if it has none
/// @param until null while it lasts
/// @param clock by how many seconds the device's clock is ahead (less than 0: behind) where that is
///   known to be wrong; null otherwise
/// @param careEnded when the patient died or was discharged; null while cared for
public record Assignment(
        UUID deviceId,
        @Nullable Twins twins,
        @Nullable Integer clock,
        UUID patientId,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant careEnded) {

    /// What two ways of one device have in common.
    ///
    /// @param serial the device's serial number
    /// @param ahead by how many seconds this way's clock is, where that is known to two seconds; 0
    ///   otherwise
    public record Twins(String serial, int ahead) {}

    boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }

    boolean lastsUntil(Instant at) {
        return until == null || !until.isBefore(at);
    }

    /// Whether what was measured at this instant is no longer anybody's care. Earlier readings are
    /// history, however late they come.
    public boolean isAfterCare(Instant at) {
        return careEnded != null && at.isAfter(careEnded);
    }
}
