package org.homeward.ingest.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Concern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// When each device was heard last and how full its battery was. Written at most every half minute
/// per device, beside the readings' own transaction: a lost sighting is made good by the next one.
@ApplicationScoped
public class Sightings {
    private static final Logger LOG = Logger.getLogger(Sightings.class);
    private static final Duration APART = Duration.ofSeconds(30);
    private static final int LOW = 15;
    private static final int MOST_DEVICES = 100_000;

    private final DeviceSightings store;
    private final ReadingLog log;
    private final Cache<UUID, DeviceSightings.Sighting> recent =
            Caffeine.newBuilder().maximumSize(MOST_DEVICES).expireAfterWrite(APART).build();

    @Inject
    public Sightings(DeviceSightings store, ReadingLog log) {
        this.store = store;
        this.log = log;
    }

    /// Never fails: no reading waits for a sighting.
    public void note(List<DeviceSightings.Sighting> heard) {
        try {
            write(heard);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%d sightings are lost", heard.size());
        }
    }

    private void write(List<DeviceSightings.Sighting> heard) {
        Map<UUID, DeviceSightings.Sighting> news = new LinkedHashMap<>();
        for (DeviceSightings.Sighting seen : heard) {
            if (isNews(seen)) {
                news.put(seen.deviceId(), seen);
            }
        }
        if (!news.isEmpty()) {
            store.seen(List.copyOf(news.values()))
                    .subscribe()
                    .with(_ -> {}, e -> LOG.debugf("sightings: %s", e.getMessage()));
        }
    }

    private boolean isNews(DeviceSightings.Sighting seen) {
        DeviceSightings.@Nullable Sighting last = recent.getIfPresent(seen.deviceId());
        boolean news =
                last == null
                        || isChanged(seen.report().battery(), last.report().battery())
                        || isChanged(seen.report().firmware(), last.report().firmware());
        if (news) {
            recent.put(seen.deviceId(), seen);
            if (isLow(seen.report().battery())
                    && (last == null || !isLow(last.report().battery()))) {
                report(seen.deviceId(), seen.at());
            }
        }
        return news;
    }

    private static boolean isChanged(@Nullable Object said, @Nullable Object before) {
        return said != null && !said.equals(before);
    }

    private static boolean isLow(@Nullable Integer battery) {
        return battery != null && battery <= LOW;
    }

    /// With the patient who wears it, so that their team hears of it too.
    private void report(UUID device, Instant at) {
        store.wearer(device)
                .map(patient -> Concern.ofBattery(device, patient.orElse(null), at))
                .chain(low -> Uni.createFrom().completionStage(() -> log.report(List.of(low))))
                .subscribe()
                .with(_ -> {}, e -> LOG.warnf("battery of %s is not told: %s", device, e));
    }
}
