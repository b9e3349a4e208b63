package org.homeward.ingest.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Concern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tells of connections that broke. A device on a bad line loses its connection a thousand times a
/// day: it is told of once in five minutes. The last of several is told when they are over, unless
/// the device is back.
@ApplicationScoped
class Losses {
    private static final Logger LOG = Logger.getLogger(Losses.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final ReadingLog log;
    private final ConcurrentMap<UUID, Lately> told = new ConcurrentHashMap<>();

    @Inject
    Losses(ReadingLog log) {
        this.log = log;
    }

    /// That a device was told of.
    ///
    /// @param held a loss since then, which was not told
    private record Lately(Instant until, @Nullable Instant held) {}

    /// A device's connection broke.
    void lost(UUID device, Instant at) {
        Lately lately =
                told.compute(
                        device,
                        (_, before) ->
                                before == null
                                        ? new Lately(at.plus(AGAIN), null)
                                        : new Lately(before.until(), at));
        if (lately.held() == null) {
            tell(device, at);
        }
    }

    /// Tells of the last loss of those who are not back, where it is time.
    void look(Instant now, Predicate<UUID> isBack) {
        told.forEach(
                (device, lately) -> {
                    boolean over = !now.isBefore(lately.until()) && told.remove(device, lately);
                    Instant held = lately.held();
                    if (over && held != null && !isBack.test(device)) {
                        lost(device, held);
                    }
                });
    }

    private void tell(UUID device, Instant at) {
        Concern loss =
                Concern.ofDevice(
                        device,
                        Concern.Kind.CONNECTION_LOST,
                        at,
                        "the connection broke without a farewell");
        var _ =
                log.report(List.of(loss))
                        .exceptionally(
                                e -> {
                                    LOG.warnf("device %s: its loss is not told: %s", device, e);
                                    return null;
                                });
    }
}
