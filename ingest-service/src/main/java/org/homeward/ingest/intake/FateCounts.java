package org.homeward.ingest.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What became of the items of the log, counted. Labels are a closed list; none names a device or a
/// patient.
@ApplicationScoped
class FateCounts {
    private final Map<Fate, Counter> fates = new EnumMap<>(Fate.class);
    private final Counter setAside;

    @Inject
    FateCounts(MeterRegistry registry) {
        for (Fate fate : Fate.values()) {
            String word = fate.name().toLowerCase(Locale.ROOT);
            fates.put(fate, registry.counter("homeward.ingest.items", "fate", word));
        }
        setAside = registry.counter("homeward.ingest.set.aside");
    }

    /// A counter that begins with its first event shows no increase.
    void beThere(@Observes StartupEvent event) {}

    void add(Tally tally) {
        fates.forEach((fate, counter) -> counter.increment(tally.of(fate)));
    }

    /// A record that no trying again could get through.
    void setAside() {
        setAside.increment();
    }
}
