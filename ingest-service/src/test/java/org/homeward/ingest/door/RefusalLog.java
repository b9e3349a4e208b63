package org.homeward.ingest.door;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Refusal;

/// A log that takes refusals alone.
///
/// @param refused what it took
/// @param failure what each append meets
public record RefusalLog(List<Refusal> refused, RuntimeException failure) implements ReadingLog {
    @Override
    public CompletionStage<Void> append(Submission submission) {
        return CompletableFuture.failedFuture(failure);
    }

    @Override
    public CompletionStage<Void> refuse(List<Refusal> refusals) {
        refused.addAll(refusals);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> report(List<Concern> concerns) {
        return CompletableFuture.completedFuture(null);
    }
}
