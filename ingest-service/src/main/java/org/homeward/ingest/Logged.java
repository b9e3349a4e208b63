package org.homeward.ingest;

import java.util.List;
import org.homeward.ingest.reading.Arrival;
import org.jspecify.annotations.Nullable;

/// One record of the log: its arrivals, or the refusal that stands for it when it cannot be read.
///
/// @param battery percent, as the device said; null if it did not
public record Logged(
        int partition,
        long offset,
        List<Arrival> arrivals,
        @Nullable Refusal unreadable,
        @Nullable Integer battery) {

    public Logged {
        arrivals = List.copyOf(arrivals);
    }

    /// How many items of the account it stands for.
    int items() {
        return unreadable == null ? arrivals.size() : 1;
    }
}
