package org.homeward.ingest.http.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.homeward.events.Era;
import org.homeward.ingest.Cursor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Query parameters, checked; a wrong one is 400 and named.
final class Params {
    private static final int USUAL = 50;

    private Params() {}

    static int limit(@Nullable String text, int most) {
        if (text == null) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1) {
                return Math.min(limit, most);
            }
        } catch (NumberFormatException e) {
            throw invalid("limit", "is not a number");
        }
        throw invalid("limit", "is not positive");
    }

    static @Nullable Cursor cursor(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Cursor.of(text);
    }

    static @Nullable Instant instant(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Era.check(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw invalid(name, "is not a time with a zone (RFC 3339) of the years 1 to 9999");
        }
    }

    static @Nullable UUID uuid(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "is not a UUID");
        }
    }

    static Problem invalid(String name, String cause) {
        return new Problem(400, "INVALID_PARAMETER", name + ": " + cause).field(name, cause);
    }
}
