package org.homeward.ingest.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.homeward.ingest.sent.Path;

/// What the door counts. Labels are closed lists; none names a device or a patient.
@ApplicationScoped
public class Counts {
    private final Map<Path, Counter> accepted = new EnumMap<>(Path.class);
    private final Map<Path, Counter> turned = new EnumMap<>(Path.class);
    private final Counter limited;
    private final Counter unavailable;
    private final Counter unauthorized;

    @Inject
    Counts(MeterRegistry registry) {
        for (Path path : Path.values()) {
            accepted.put(path, registry.counter("homeward.ingest.accepted", "path", word(path)));
            turned.put(path, registry.counter("homeward.ingest.rejected", "path", word(path)));
        }
        limited = registry.counter("homeward.ingest.turned.away", "cause", "rate");
        unavailable = registry.counter("homeward.ingest.turned.away", "cause", "unavailable");
        unauthorized = registry.counter("homeward.ingest.turned.away", "cause", "credential");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public void answered(Path path, AdmitReadings.Outcome outcome) {
        increment(accepted, path, outcome.admitted().size());
        increment(turned, path, outcome.turned().size());
    }

    public void refused(Path path) {
        increment(turned, path, 1);
    }

    private static void increment(Map<Path, Counter> counters, Path path, int by) {
        Counter counter = counters.get(path);
        if (counter != null && by > 0) {
            counter.increment(by);
        }
    }

    public void rateLimited() {
        limited.increment();
    }

    public void unavailable() {
        unavailable.increment();
    }

    public void unauthorized() {
        unauthorized.increment();
    }
}
