package org.homeward.ingest.door;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Refusal;

/// The log of record. A stage completes when what was handed over is durable, and fails when that
/// is unknown or impossible within the delivery timeout; then the device must send again.
public interface ReadingLog {
    /// What the log takes in no one record, however often it is sent.
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLarge() {
            super("larger than a record may be", null, false, false);
        }
    }

    /// Fails with [TooLarge] where sending it again is of no use.
    CompletionStage<Void> append(Submission submission);

    CompletionStage<Void> refuse(List<Refusal> refusals);

    CompletionStage<Void> report(List<Concern> concerns);
}
