package org.homeward.planted.ingest.reading;

import java.time.Instant;
import org.homeward.planted.ingest.db.StoreManager;

/// Planted: a pure type that reads an edge and the clock.
public class ImpureReading {
    final StoreManager store = new StoreManager();
    final Instant now = Instant.now();
}
