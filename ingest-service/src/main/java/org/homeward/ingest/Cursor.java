package org.homeward.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.homeward.events.Era;
import org.homeward.kit.problem.Problem;

/// A place in a list that is ordered by time and id, newest first.
public record Cursor(Instant at, UUID id) {
    /// The opaque text that callers hand back.
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "|" + id).getBytes(StandardCharsets.US_ASCII));
    }

    /// Reads the text.
    ///
    /// @throws Problem 400 if it is none of ours
    public static Cursor of(String text) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int bar = plain.indexOf('|');
            return new Cursor(
                    Era.check(Instant.parse(plain.substring(0, bar))),
                    UUID.fromString(plain.substring(bar + 1)));
        } catch (RuntimeException e) {
            throw new Problem(400, "INVALID_CURSOR", "cursor: not one that was handed out");
        }
    }
}
