package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.events.Uuids;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.unit.Units;
import org.jboss.logging.Logger;

/// From the log to the store to the feed. A batch is stored in one transaction with its account,
/// then told; only then may it be acknowledged. What the store can never take is set aside alone;
/// what it cannot take now is tried for ever.
@ApplicationScoped
public class RecordReadings {
    private static final Logger LOG = Logger.getLogger(RecordReadings.class);
    private static final UUID OWN = new UUID(0, 0);

    private final ReadingStore store;
    private final ReadingFeed feed;
    private final Counts counts;
    private final Sightings sightings;
    private final IngestConfig.Pipeline config;
    private final Intakes intakes;

    @Inject
    RecordReadings(
            ReadingStore store,
            ReadingFeed feed,
            Counts counts,
            Sightings sightings,
            IngestConfig config,
            Units units) {
        this.store = store;
        this.feed = feed;
        this.counts = counts;
        this.sightings = sightings;
        this.config = config.pipeline();
        this.intakes = new Intakes(CodeTable.standard(), units);
    }

    /// Completes when every item of the batch is accounted for and told.
    public Uni<Void> record(List<Logged> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return untilItWorks(
                        "store",
                        Uni.createFrom()
                                .deferred(
                                        () ->
                                                store.store(
                                                        batch,
                                                        k -> BatchPlan.of(batch, k, intakes))))
                .chain(this::tell)
                .invoke(() -> sightings.note(batch))
                .onFailure(ReadingStore.DataError.class)
                .recoverWithUni(e -> bisect(batch, e));
    }

    private Uni<Void> tell(ReadingStore.Settled settled) {
        settled.tallies().forEach(counts::add);
        return untilItWorks(
                "publish",
                Uni.createFrom()
                        .completionStage(
                                () -> feed.publish(settled.readings(), settled.concerns())));
    }

    private Uni<Void> bisect(List<Logged> batch, Throwable error) {
        if (batch.size() > 1) {
            int middle = batch.size() / 2;
            return record(batch.subList(0, middle))
                    .chain(() -> record(batch.subList(middle, batch.size())));
        }
        Logged bad = batch.getFirst();
        if (bad.unreadable() != null) {
            return Uni.createFrom().failure(error);
        }
        LOG.errorf(
                "record %d/%d is set aside: %s",
                (Object) bad.partition(), bad.offset(), error.getMessage());
        return record(List.of(setAside(bad, String.valueOf(error.getMessage()))));
    }

    private static Logged setAside(Logged bad, String detail) {
        Arrival first = bad.arrivals().getFirst();
        Refusal.Sent sent =
                new Refusal.Sent(
                        first.deviceId(),
                        first.path(),
                        "text/plain",
                        (bad.partition() + "/" + bad.offset()).getBytes(StandardCharsets.UTF_8),
                        first.received());
        Refusal refusal =
                Refusal.of(sent, new Refusal.Reason("STORE_REFUSED", detail, null), sent.body());
        return new Logged(bad.partition(), bad.offset(), List.of(), refusal, null);
    }

    /// A refusal for a record of the log that cannot even be read.
    public static UUID idOf(String topic, int partition, long offset) {
        return Uuids.v5(OWN, "record", topic, partition + "/" + offset);
    }

    private <T> Uni<T> untilItWorks(String what, Uni<T> attempt) {
        return attempt.onFailure(e -> !(e instanceof ReadingStore.DataError))
                .invoke(e -> LOG.warnf("%s: trying again after %s", what, e.toString()))
                .onFailure(e -> !(e instanceof ReadingStore.DataError))
                .retry()
                .withBackOff(config.firstRetry(), config.longestRetry())
                .indefinitely();
    }
}
