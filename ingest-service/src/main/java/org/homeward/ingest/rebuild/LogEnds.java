package org.homeward.ingest.rebuild;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/// Where the log ends now. Fails when the broker does not answer.
public interface LogEnds {
    /// By partition the offset after the last; partitions without records are left out.
    Uni<Map<Integer, Long>> ends();
}
