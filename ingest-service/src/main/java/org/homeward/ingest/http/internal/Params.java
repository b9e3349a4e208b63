package org.homeward.ingest.http.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.events.Era;
import org.homeward.ingest.Cursor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Query parameters, checked; a wrong one is 400 and named.
public final class Params {
    private static final int USUAL = 50;
    private static final int LONGEST = 64;

    private Params() {}

    public static int limit(@Nullable String text, int most) {
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

    public static @Nullable Cursor cursor(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Cursor.of(text);
    }

    public static @Nullable Instant instant(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Era.check(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw invalid(name, "is not a time with a zone (RFC 3339) of the years 1 to 9999");
        }
    }

    /// A time of a body, if it is one that can be kept.
    public static @Nullable Instant kept(@Nullable Instant at, String name) {
        try {
            return at == null ? null : Era.check(at);
        } catch (DateTimeException e) {
            throw invalid(name, "is not of the years 1 to 9999");
        }
    }

    /// A word to look for.
    public static @Nullable String word(@Nullable String text, String name) {
        if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
            throw invalid(name, "is not a word");
        }
        return text;
    }

    public static @Nullable UUID uuid(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "is not a UUID");
        }
    }

    /// A code or alias of the table.
    public static @Nullable Code code(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return CodeTable.standard()
                .loinc(text)
                .orElseThrow(() -> invalid("code", "is not in the table of codes"));
    }

    public static Problem invalid(String name, String cause) {
        return new Problem(400, "INVALID_PARAMETER", name + ": " + cause).field(name, cause);
    }
}
