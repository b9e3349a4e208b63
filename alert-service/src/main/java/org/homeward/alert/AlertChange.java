package org.homeward.alert;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The outcome of a human command: the alert's next state, and what to tell the evaluator.
public record AlertChange(Alert next, Kind kind, AlertAction action) {
    public enum Kind {
        ACKNOWLEDGED,
        ASSIGNED,
        SNOOZED,
        RESOLVED,
        RELEASED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public @Nullable String outcome() {
        Alert.Closing closing = next.human().closing();
        return closing == null ? null : closing.outcome();
    }

    public @Nullable Instant until() {
        return next.human().snoozedUntil();
    }
}
