package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.homeward.ingest.reading.Refusal;

/// Where refusals are kept. A refusal that is already there is left as it is. Fails only when the
/// store cannot be reached.
public interface RefusalStore {
    Uni<Void> keep(List<Refusal> refusals);
}
