package org.homeward.followup.db;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.homeward.events.Era;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Where a list goes on: after the row of this time and id.
public record Cursor(Instant at, String id) {
    public String text() {
        String plain = at + "|" + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads what a caller hands back; null where a list begins.
    ///
    /// @throws Problem 400 if it is not a cursor that was given out
    public static @Nullable Cursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar > 0) {
                Instant at = Era.check(Instant.parse(plain.substring(0, bar)));
                return new Cursor(at, plain.substring(bar + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unusable();
        }
        throw unusable();
    }

    public UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    long number() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw unusable();
        }
    }

    private static Problem unusable() {
        return new Problem(400, "BAD_CURSOR", "The cursor is not one that was given out.");
    }
}
