package org.homeward.ingest.door;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Refusal;

/// The log of record. A stage completes when what was handed over is durable, and fails when that
/// is unknown or impossible within the delivery timeout; then the device must send again.
public interface ReadingLog {
    CompletionStage<Void> append(Submission submission);

    CompletionStage<Void> refuse(List<Refusal> refusals);

    CompletionStage<Void> report(List<Concern> concerns);
}
