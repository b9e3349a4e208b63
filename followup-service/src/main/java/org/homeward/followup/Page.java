package org.homeward.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param next where to go on; null at the end
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
