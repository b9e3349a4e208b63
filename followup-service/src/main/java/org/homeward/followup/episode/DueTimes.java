package org.homeward.followup.episode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.homeward.followup.task.Priority;

/// Until when a task is to be done. The defaults are an operational choice of this product, made so
/// that a worklist can be ranked; they come from no guideline and each site sets its own.
public record DueTimes(Map<Priority, Duration> after) {
    private static final Map<Priority, Duration> DEFAULTS =
            Map.of(
                    Priority.CRITICAL, Duration.ofMinutes(15),
                    Priority.HIGH, Duration.ofHours(1),
                    Priority.MEDIUM, Duration.ofHours(8),
                    Priority.LOW, Duration.ofHours(24),
                    Priority.TECHNICAL, Duration.ofHours(24));

    public DueTimes {
        Map<Priority, Duration> all = new EnumMap<>(DEFAULTS);
        all.putAll(after);
        after = Map.copyOf(all);
    }

    Instant of(Priority priority, Instant raised) {
        return raised.plus(after.getOrDefault(priority, Duration.ZERO));
    }

    /// The end of the local day.
    static Instant sameDay(Instant raised, ZoneId zone) {
        LocalDate day = raised.atZone(zone).toLocalDate();
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
