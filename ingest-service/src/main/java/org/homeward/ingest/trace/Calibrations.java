package org.homeward.ingest.trace;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Devices whose calibration is overdue and of which nobody was told. Fails when the store cannot
/// be reached.
public interface Calibrations {
    /// A device that is to be told of.
    ///
    /// @param patientId who wears it now; null if nobody does
    record Overdue(UUID deviceId, @Nullable UUID patientId, LocalDate due) {}

    /// Those due before this day, the earliest first.
    Uni<List<Overdue>> before(LocalDate day, int most);

    Uni<Void> told(List<Overdue> devices);
}
