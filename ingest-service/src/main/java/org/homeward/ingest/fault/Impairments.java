package org.homeward.ingest.fault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.registry.DeviceSightings;
import org.jboss.logging.Logger;

/// Tells those who care for whoever wears a device that something it sent is missing by a fault of
/// ours: once in five minutes, since a device may send the same again and again.
@ApplicationScoped
class Impairments {
    private static final Logger LOG = Logger.getLogger(Impairments.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int MOST_DEVICES = 10_000;

    private final ReadingLog log;
    private final DeviceSightings wearers;
    private final Cache<UUID, Boolean> told =
            Caffeine.newBuilder().maximumSize(MOST_DEVICES).expireAfterWrite(AGAIN).build();

    @Inject
    Impairments(ReadingLog log, DeviceSightings wearers) {
        this.log = log;
        this.wearers = wearers;
    }

    /// Never fails. What could not be told is told at the next fault.
    void note(UUID device, Instant at) {
        if (told.asMap().putIfAbsent(device, true) != null) {
            return;
        }
        Uni.createFrom()
                .deferred(() -> wearers.wearer(device))
                .map(patient -> Concern.ofDoorFault(device, patient.orElse(null), at))
                .chain(fault -> Uni.createFrom().completionStage(() -> log.report(List.of(fault))))
                .subscribe()
                .with(
                        _ -> {},
                        e -> {
                            told.invalidate(device);
                            LOG.warnf("device %s: a fault of ours is not told: %s", device, e);
                        });
    }
}
