package org.homeward.ingest.redrive;

import io.smallrye.mutiny.Uni;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.jspecify.annotations.Nullable;

/// The stored refusals, to be looked at. Fails when the store cannot be reached.
public interface Refusals {
    /// Newest first.
    Uni<Page<KeptRefusal>> page(RefusalFilter filter, int limit, @Nullable Cursor after);
}
