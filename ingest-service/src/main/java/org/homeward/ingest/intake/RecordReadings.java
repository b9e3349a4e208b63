package org.homeward.ingest.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.homeward.events.CodeTable;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.registry.DeviceSightings;
import org.homeward.ingest.registry.Sightings;
import org.homeward.ingest.unit.Units;
import org.homeward.kit.kafka.Failures;
import org.jboss.logging.Logger;

/// From the log to the store to the feed. A batch is stored in one transaction with its account,
/// then told; only then may it be acknowledged. What the store can never take, or what we ourselves
/// fail on, is set aside alone and stored as a refusal; what cannot be taken now is tried for ever.
@ApplicationScoped
public class RecordReadings {
    private static final Logger LOG = Logger.getLogger(RecordReadings.class);
    private static final int FEW = 2;

    private final ReadingStore store;
    private final ReadingFeed feed;
    private final FateCounts counts;
    private final Sightings sightings;
    private final IngestConfig.Pipeline config;
    private final Intakes intakes;
    private final boolean past;

    @Inject
    RecordReadings(
            ReadingStore store,
            ReadingFeed feed,
            FateCounts counts,
            Sightings sightings,
            IngestConfig config,
            Units units) {
        this.store = store;
        this.feed = feed;
        this.counts = counts;
        this.sightings = sightings;
        this.config = config.pipeline();
        this.past = config.rebuildFrom().isPresent();
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
                .invoke(() -> notice(batch))
                .onFailure(RecordReadings::isHopeless)
                .recoverWithUni(e -> bisect(batch, e));
    }

    /// In a rebuild no device is heard.
    private void notice(List<Logged> batch) {
        if (!past) {
            sightings.note(heard(batch));
        }
    }

    private static List<DeviceSightings.Sighting> heard(List<Logged> batch) {
        return batch.stream().flatMap(logged -> logged.sightings().stream()).toList();
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
                "record %d/%d is set aside: %s %s",
                bad.partition(),
                bad.offset(),
                error.getMessage(),
                error instanceof InternalFault fault ? fault.where() : "");
        counts.setAside();
        return record(List.of(setAside(bad, error)));
    }

    static Logged setAside(Logged bad, Throwable error) {
        String reason =
                error instanceof ReadingStore.DataError ? "STORE_REFUSED" : "INTERNAL_FAULT";
        return bad.setAside(reason, String.valueOf(error.getMessage()));
    }

    static boolean isHopeless(Throwable error) {
        return error instanceof ReadingStore.DataError || error instanceof InternalFault;
    }

    /// What looks like a fault of ours gets a few tries, since a client may stumble over a lost
    /// connection in the same way; all other failures but hopeless ones are waited for.
    private <T> Uni<T> untilItWorks(String what, Uni<T> attempt) {
        return attempt.onFailure(Failures::isOurs)
                .retry()
                .withBackOff(config.firstRetry(), config.longestRetry())
                .atMost(FEW)
                .onFailure(Failures::isOurs)
                .transform(InternalFault::new)
                .onFailure(e -> !isHopeless(e))
                .invoke(e -> LOG.warnf("%s: trying again after %s", what, e.toString()))
                .onFailure(e -> !isHopeless(e))
                .retry()
                .withBackOff(config.firstRetry(), config.longestRetry())
                .indefinitely();
    }
}
