package org.homeward.ingest.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
    private final Counter taken;
    private final Counter refused;
    private final Counter limited;
    private final Counter unavailable;
    private final Counter unauthorized;
    private final Counter setAside;

    @Inject
    Counts(MeterRegistry registry) {
        for (Path path : Path.values()) {
            accepted.put(path, registry.counter("homeward.ingest.accepted", "path", word(path)));
            turned.put(path, registry.counter("homeward.ingest.rejected", "path", word(path)));
        }
        taken = registry.counter("homeward.ingest.bodies", "outcome", "taken");
        refused = registry.counter("homeward.ingest.bodies", "outcome", "refused");
        limited = registry.counter("homeward.ingest.turned.away", "cause", "rate");
        unavailable = registry.counter("homeward.ingest.turned.away", "cause", "unavailable");
        unauthorized = registry.counter("homeward.ingest.turned.away", "cause", "credential");
        setAside = registry.counter("homeward.ingest.set.aside");
    }

    /// A counter that begins with its first event shows no increase.
    void beThere(@Observes StartupEvent event) {}

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// A body that was read, by its readings.
    public void answered(Path path, AdmitReadings.Outcome outcome) {
        increment(accepted, path, outcome.admitted().size());
        increment(turned, path, outcome.turned().size());
        boolean nothing = outcome.admitted().isEmpty() && !outcome.turned().isEmpty();
        (nothing ? refused : taken).increment();
    }

    /// A body refused as a whole, of which nobody knows how many readings it had.
    public void refused(Path path) {
        increment(turned, path, 1);
        refused.increment();
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

    /// What a fault of ours keeps from the log; counted with what it keeps from the store.
    public void setAside() {
        setAside.increment();
    }
}
