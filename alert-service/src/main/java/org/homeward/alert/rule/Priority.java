package org.homeward.alert.rule;

import java.util.Locale;

/// How urgent an alert is, most urgent first, in the manner of IEC 60601-1-8. Technical problems
/// stand beside the clinical ladder and go to their own owner.
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    TECHNICAL;

    /// Critical and high alerts stay open until a person has seen them (ALARMS, must 12).
    public boolean staysUntilSeen() {
        return this == CRITICAL || this == HIGH;
    }

    public boolean isAbove(Priority other) {
        return compareTo(other) < 0;
    }

    /// The name on the wire, such as `critical`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The priority of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Priority named(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
