package org.homeward.followup.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How urgent a task is, most urgent first; it takes the priority of its most urgent alert.
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    TECHNICAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }

    public boolean isAbove(Priority other) {
        return compareTo(other) < 0;
    }
}
