package org.homeward.alert.rule;

import java.util.Locale;

/// Which side of the range a rule watches. A high never hides a low: each is judged by itself.
public enum Direction {
    LOW,
    HIGH;

    /// The name on the wire: `low`, `high`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
