package org.homeward.planted.ingest.db;

import org.homeward.planted.ingest.reading.ImpureReading;
import org.jspecify.annotations.Nullable;

/// Planted: a hollow name, a public mutable field, a circle.
public class StoreManager {
    public @Nullable ImpureReading reading;
}
