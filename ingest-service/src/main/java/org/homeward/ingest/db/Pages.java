package org.homeward.ingest.db;

import java.util.List;
import java.util.function.Function;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;

/// Pages from rows of which one more than asked for was read.
public final class Pages {
    private Pages() {}

    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
