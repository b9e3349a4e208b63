package org.homeward.planted.ingest;

import org.homeward.planted.ingest.db.StoreManager;

/// Planted: a use case that reads an edge.
class UsesEdge {
    final StoreManager store = new StoreManager();
}
