package org.homeward.ingest.intake;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Reading;

/// Readings that wait for a patient. Fails with [ReadingStore.DataError] when a decision can never
/// be written and with anything else when the store cannot be reached; then nothing is lost and the
/// same is tried again.
public interface Quarantine {
    /// What was taken out of quarantine and is to be told before it is marked.
    record Released(List<UUID> ids, ReadingStore.Settled settled) {}

    /// Decides again about readings whose device has a patient by now, and stores the decisions.
    Uni<Released> release(int most, BiFunction<List<Logged>, Known, BatchPlan> decide);

    /// Where readings are told that waited for a patient until now. Fails as [ReadingFeed] does.
    interface Feed {
        CompletionStage<Void> release(
                List<Reading> readings, List<Concern> concerns, Instant since);
    }

    /// They have been told.
    Uni<Void> mark(List<UUID> ids);
}
