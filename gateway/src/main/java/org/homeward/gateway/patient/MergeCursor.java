package org.homeward.gateway.patient;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Where a merge of two paged lists stands in each of them.
record MergeCursor(int limit, Position first, Position second) {
    /// One list's page, and how many of its items have been given out.
    ///
    /// @param cursor the page's cursor; null for the first page
    record Position(@Nullable String cursor, int taken, boolean done) {
        static final Position START = new Position(null, 0, false);

        private String text() {
            return (done ? "1" : "0") + "," + taken + "," + (cursor == null ? "" : cursor);
        }

        private static Position parse(String text) {
            String[] parts = text.split(",", 3);
            int taken = Integer.parseInt(parts[1]);
            if (taken < 0) {
                throw new IllegalArgumentException("taken");
            }
            return new Position(parts[2].isEmpty() ? null : parts[2], taken, parts[0].equals("1"));
        }
    }

    static MergeCursor parse(@Nullable String cursor, int limit) {
        if (cursor == null) {
            return new MergeCursor(limit, Position.START, Position.START);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", -1);
            int size = Integer.parseInt(parts[0]);
            if (size < 1 || size > 200 || text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("limit");
            }
            return new MergeCursor(size, Position.parse(parts[1]), Position.parse(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Problem(400, "BAD_CURSOR", "The cursor is not one of ours.");
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (limit + "\n" + first.text() + "\n" + second.text())
                                .getBytes(StandardCharsets.UTF_8));
    }
}
