package org.homeward.ingest.clock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.device.DeviceClock;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Concern;
import org.jboss.logging.Logger;

/// Looks at each device's clock every few minutes, beside the readings' own transaction: a look
/// that is lost is made good by the next.
@ApplicationScoped
public class CheckClocks {
    private static final Logger LOG = Logger.getLogger(CheckClocks.class);
    private static final int MOST_DEVICES = 100_000;

    /// What the way to us makes of the same clock from one time to the next.
    private static final int JITTER_SECONDS = 5;

    private final ClockStore store;
    private final ReadingLog log;
    private final Cache<UUID, Boolean> lately;
    private final boolean past;

    @Inject
    CheckClocks(ClockStore store, ReadingLog log, IngestConfig config) {
        this.store = store;
        this.log = log;
        this.past = config.rebuildFrom().isPresent();
        this.lately =
                Caffeine.newBuilder()
                        .maximumSize(MOST_DEVICES)
                        .expireAfterWrite(config.pipeline().clockCheck())
                        .build();
    }

    /// Never fails: no reading waits for a look at a clock. What a rebuild reads says nothing of a
    /// clock now.
    public void note(List<ClockStore.Sample> heard) {
        if (past) {
            return;
        }
        List<ClockStore.Sample> due = new ArrayList<>();
        for (ClockStore.Sample sample : heard) {
            if (lately.asMap().putIfAbsent(sample.deviceId(), true) == null) {
                due.add(sample);
            }
        }
        if (!due.isEmpty()) {
            check(due)
                    .subscribe()
                    .with(_ -> {}, e -> LOG.debugf("devices' clocks: %s", e.getMessage()));
        }
    }

    /// Takes the samples, and tells what is new of the clocks.
    Uni<Void> check(List<ClockStore.Sample> samples) {
        Instant now = samples.getFirst().at();
        return store.add(samples)
                .map(known -> known.stream().flatMap(k -> news(k, now).stream()).toList())
                .chain(
                        told ->
                                told.isEmpty()
                                        ? Uni.createFrom().item(List.<ClockStore.Wearer>of())
                                        : store.tell(told))
                .chain(wearers -> report(wearers, now));
    }

    /// What is to be told anew of a clock; nothing while it goes as it did or cannot be judged.
    static Optional<ClockStore.Told> news(ClockStore.Known known, Instant now) {
        OptionalInt offset = known.clock().offset();
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        int ahead = offset.getAsInt();
        boolean wrong = DeviceClock.isWrong(ahead);
        Integer before = known.offset();
        boolean same =
                before != null
                        && wrong == known.wrong()
                        && Math.abs((long) ahead - before) <= JITTER_SECONDS;
        return same
                ? Optional.empty()
                : Optional.of(new ClockStore.Told(known.deviceId(), ahead, wrong, now));
    }

    private Uni<Void> report(List<ClockStore.Wearer> wearers, Instant at) {
        if (wearers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Concern> concerns =
                wearers.stream()
                        .map(w -> Concern.ofClock(w.deviceId(), w.patientId(), at))
                        .toList();
        return Uni.createFrom().completionStage(() -> log.report(concerns));
    }
}
