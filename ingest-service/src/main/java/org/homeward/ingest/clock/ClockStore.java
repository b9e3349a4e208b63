package org.homeward.ingest.clock;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.device.DeviceClock;
import org.jspecify.annotations.Nullable;

/// Where it is kept how devices' clocks go. Fails when the store cannot be reached.
public interface ClockStore {
    /// A device's newest reading came.
    ///
    /// @param ahead seconds that it was measured after that
    record Sample(UUID deviceId, Instant at, int ahead) {}

    /// A clock with the newest sample, and what is known of it.
    ///
    /// @param offset as it was last told; null if never
    /// @param wrong whether it was known to be wrong
    record Known(UUID deviceId, DeviceClock clock, @Nullable Integer offset, boolean wrong) {}

    /// What is told of a clock from now on.
    record Told(UUID deviceId, int offset, boolean wrong, Instant at) {}

    /// Whoever wears a device now; null if nobody does.
    record Wearer(UUID deviceId, @Nullable UUID patientId) {}

    Uni<List<Known>> add(List<Sample> samples);

    /// Returns the devices whose clock begins to be wrong by this.
    Uni<List<Wearer>> tell(List<Told> told);
}
