package org.homeward.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some items of a list, and where the next ones begin.
///
/// @param next null at the end
public record Page<T>(List<T> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }
}
