package org.homeward.gateway.upstream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What JSON left out, as the empty collection that it means.
public final class Given {
    private Given() {}

    public static <T> List<T> list(@Nullable List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }

    public static <K, V> Map<K, V> map(@Nullable Map<K, V> entries) {
        return entries == null ? Map.of() : Map.copyOf(entries);
    }
}
