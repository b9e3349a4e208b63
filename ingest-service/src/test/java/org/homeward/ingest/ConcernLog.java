package org.homeward.ingest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.homeward.ingest.reading.Concern;

/// A log that takes everything and remembers the concerns.
record ConcernLog(List<Concern> told) implements ReadingLog {
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
