package org.homeward.ingest.http.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.jspecify.annotations.Nullable;

/// A list as every route answers it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListView<T>(List<T> items, @Nullable String next) {
    public static <D, T> ListView<T> of(Page<D> page, Function<D, T> view) {
        Cursor next = page.next();
        return new ListView<>(
                page.items().stream().map(view).toList(), next == null ? null : next.text());
    }
}
