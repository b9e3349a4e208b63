package org.homeward.ingest.intake;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Reading;

/// The store of readings. It fails with [DataError] when what was to be written can never be
/// written, and with anything else when trying again may help; in both cases nothing was written.
public interface ReadingStore {
    /// One transaction: reads what is known, lets the batch be decided, writes the decision.
    Uni<Settled> store(List<Logged> batch, Function<Known, BatchPlan> decide);

    /// What is to be told now that it is stored.
    record Settled(List<Reading> readings, List<Concern> concerns, List<Tally> tallies) {}

    /// The data themselves are refused by the store.
    final class DataError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public DataError(String state, Throwable cause) {
            super("the store refuses the data: SQL state " + state, cause);
        }
    }
}
