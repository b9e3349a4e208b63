package org.homeward.ingest.intake;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Reading;

/// Where stored readings are told to the others. The stage fails when one of them may not have been
/// told; telling them again is safe.
public interface ReadingFeed {
    CompletionStage<Void> publish(List<Reading> readings, List<Concern> concerns);
}
