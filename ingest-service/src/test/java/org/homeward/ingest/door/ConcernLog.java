package org.homeward.ingest.door;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Refusal;

/// A log that takes everything and remembers the concerns.
public record ConcernLog(List<Concern> told) implements ReadingLog {
    @Override
    public CompletionStage<Void> append(Submission submission) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> refuse(List<Refusal> refusals) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> report(List<Concern> concerns) {
        told.addAll(concerns);
        return CompletableFuture.completedFuture(null);
    }
}
