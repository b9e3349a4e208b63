package org.homeward.alert.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.homeward.alert.Alerts;
import org.homeward.events.Era;
import org.homeward.kit.problem.Problem;

/// A place in the list as callers see it: opaque.
final class Cursor {
    private Cursor() {}

    static String of(Alerts.Position position) {
        String text = position.raisedAt() + "|" + position.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Alerts.Position position(String cursor) {
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int bar = text.indexOf('|');
            return new Alerts.Position(
                    Era.check(Instant.parse(text.substring(0, Math.max(bar, 0)))),
                    UUID.fromString(text.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Problem(400, "BAD_CURSOR", "cursor: not one that this list gave");
        }
    }
}
