package org.homeward.gateway.edge;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Paging as people see it: a limit within bounds, and the next page as a URL.
public final class Links {
    private static final int DEFAULT_LIMIT = 50;

    private Links() {}

    /// The page with its cursor as the URL of the next one.
    public static <T> Page<T> page(UriInfo uri, List<T> items, @Nullable String cursor) {
        return new Page<>(items, next(uri, cursor));
    }

    /// The URL of this list's next page; null at the end.
    public static @Nullable String next(UriInfo uri, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String query =
                uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", "{cursor}")
                        .build(cursor)
                        .getRawQuery();
        return uri.getRequestUri().getRawPath() + "?" + query;
    }

    /// The page size asked for, no larger than the most.
    public static int limit(@Nullable String asked, int most) {
        if (asked == null || asked.isBlank()) {
            return Math.min(DEFAULT_LIMIT, most);
        }
        try {
            int limit = Integer.parseInt(asked);
            if (limit >= 1) {
                return Math.min(limit, most);
            }
        } catch (NumberFormatException e) {
            throw bad();
        }
        throw bad();
    }

    private static Problem bad() {
        return new Problem(400, "BAD_PARAMETER", "A query parameter cannot be read.")
                .field("limit", "must be a whole number above 0");
    }
}
