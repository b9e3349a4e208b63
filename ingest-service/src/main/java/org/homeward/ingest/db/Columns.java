package org.homeward.ingest.db;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Between columns and Java types: instants, decimals that keep their scale, arrays for `unnest`.
public final class Columns {
    private Columns() {}

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(Row row, String column) {
        return Objects.requireNonNull(row.getOffsetDateTime(column), column).toInstant();
    }

    public static @Nullable Instant instantOrNull(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public static <T> String[] texts(List<T> items, Function<T, @Nullable String> column) {
        String[] out = new String[items.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.apply(items.get(i));
        }
        return out;
    }

    public static <T> Integer[] whole(List<T> items, ToIntFunction<T> column) {
        Integer[] out = new Integer[items.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.applyAsInt(items.get(i));
        }
        return out;
    }

    public static <T> OffsetDateTime[] times(List<T> items, Function<T, Instant> column) {
        OffsetDateTime[] out = new OffsetDateTime[items.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = time(column.apply(items.get(i)));
        }
        return out;
    }
}
