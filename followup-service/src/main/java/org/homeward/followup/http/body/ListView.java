package org.homeward.followup.http.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.homeward.followup.Page;
import org.jspecify.annotations.Nullable;

/// A list's page.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListView<T>(List<T> items, @Nullable String next) {
    public ListView {
        items = List.copyOf(items);
    }

    public static <T> ListView<T> of(List<T> items) {
        return new ListView<>(items, null);
    }

    public static <D, T> ListView<T> of(Page<D> page, Function<D, T> view) {
        return new ListView<>(page.items().stream().map(view).toList(), page.next());
    }
}
