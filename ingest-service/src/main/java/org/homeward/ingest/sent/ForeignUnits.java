package org.homeward.ingest.sent;

import java.util.HashSet;
import java.util.Set;

/// The units of one body that the table of codes does not list. To find out what such a unit means
/// costs milliseconds; without a limit one body of a thousand of them costs seconds.
public final class ForeignUnits {
    private static final int MOST = 3;

    private final Set<String> listed;
    private final Set<String> seen = new HashSet<>();

    ForeignUnits(Set<String> listed) {
        this.listed = listed;
    }

    /// Whether this reading brings one more than a body may have.
    boolean exceedWith(SentReading reading) {
        boolean tooMany = isTooMany(reading.value());
        for (SentComponent component : reading.components()) {
            tooMany |= isTooMany(component.value());
        }
        return tooMany;
    }

    private boolean isTooMany(SentValue value) {
        if (!(value instanceof SentValue.Amount amount)
                || listed.contains(amount.unit())
                || seen.contains(amount.unit())) {
            return false;
        }
        return seen.size() >= MOST || !seen.add(amount.unit());
    }
}
