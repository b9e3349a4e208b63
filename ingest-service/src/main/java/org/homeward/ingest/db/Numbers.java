package org.homeward.ingest.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One table that gives numbers to things. A number never changes, so those that are committed are
/// remembered; one that this transaction gives is not, since it may be rolled back.
///
/// @param <K> what has a number
final class Numbers<K> {
    private static final int REMEMBERED = 20_000;

    private final Cache<K, Integer> cache =
            Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();
    private final String select;
    private final @Nullable String insert;
    private final Function<Collection<K>, Tuple> values;
    private final Function<Row, K> thing;

    /// Reads the table.
    ///
    /// @param select gives each thing with its `key`
    /// @param insert gives numbers, with the same values; null where all have one
    /// @param values in one order, so that two transactions do not wait for each other in a circle
    Numbers(
            String select,
            @Nullable String insert,
            Function<Collection<K>, Tuple> values,
            Function<Row, K> thing) {
        this.select = select;
        this.insert = insert;
        this.values = values;
        this.thing = thing;
    }

    Uni<Map<K, Integer>> of(SqlConnection c, Set<K> wanted) {
        Map<K, Integer> found = new HashMap<>(cache.getAllPresent(wanted));
        List<K> missing = missing(wanted, found);
        if (missing.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return read(c, missing)
                .invoke(cache::putAll)
                .invoke(found::putAll)
                .chain(() -> rest(c, wanted, found));
    }

    private Uni<Map<K, Integer>> rest(SqlConnection c, Set<K> wanted, Map<K, Integer> found) {
        List<K> missing = missing(wanted, found);
        if (insert == null || missing.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return c.preparedQuery(insert)
                .execute(values.apply(missing))
                .chain(() -> read(c, missing))
                .invoke(found::putAll)
                .replaceWith(found);
    }

    private Uni<Map<K, Integer>> read(SqlConnection c, List<K> wanted) {
        return c.preparedQuery(select)
                .execute(values.apply(wanted))
                .map(
                        rows -> {
                            Map<K, Integer> out = new HashMap<>();
                            rows.forEach(row -> out.put(thing.apply(row), row.getInteger("key")));
                            return out;
                        });
    }

    private static <K> List<K> missing(Set<K> wanted, Map<K, Integer> found) {
        return wanted.stream().filter(k -> !found.containsKey(k)).toList();
    }
}
