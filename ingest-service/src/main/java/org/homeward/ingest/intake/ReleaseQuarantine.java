package org.homeward.ingest.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.homeward.events.CodeTable;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.registry.RegisterDevices;
import org.homeward.ingest.unit.Units;
import org.homeward.kit.kafka.Failures;
import org.jboss.logging.Logger;

/// Readings of a device that was nobody's become its patient's once it is assigned. Stored, told,
/// then marked: an interruption between two steps repeats them, and repeating changes nothing.
@ApplicationScoped
public class ReleaseQuarantine {
    private static final Logger LOG = Logger.getLogger(ReleaseQuarantine.class);
    private static final int AT_ONCE = 500;

    private final Quarantine quarantine;
    private final Quarantine.Feed feed;
    private final Intakes intakes;

    @Inject
    ReleaseQuarantine(Quarantine quarantine, Quarantine.Feed feed, Units units) {
        this.quarantine = quarantine;
        this.feed = feed;
        this.intakes = new Intakes(CodeTable.standard(), units);
    }

    /// Starts a release without waiting for it; housekeeping starts it again if it fails.
    void soon(@Observes RegisterDevices.Assigned made) {
        release()
                .subscribe()
                .with(_ -> {}, e -> LOG.warnf("quarantine: released later: %s", e.getMessage()));
    }

    /// Releases all that can be released.
    public Uni<Void> release() {
        return take(AT_ONCE, batch -> batch)
                .onFailure(RecordReadings::isHopeless)
                .recoverWithUni(_ -> one())
                .chain(n -> n == 0 ? Uni.createFrom().voidItem() : release());
    }

    /// One alone. If it stands in the way it becomes a refusal, so that those behind it come
    /// through; another instance may have taken it meanwhile, then the next one is left as it is.
    private Uni<Integer> one() {
        AtomicReference<List<Logged>> tried = new AtomicReference<>(List.of());
        return take(
                        1,
                        batch -> {
                            tried.set(batch);
                            return batch;
                        })
                .onFailure(RecordReadings::isHopeless)
                .recoverWithUni(
                        e ->
                                take(
                                        1,
                                        batch ->
                                                batch.equals(tried.get())
                                                        ? setAside(batch, e)
                                                        : batch));
    }

    private static List<Logged> setAside(List<Logged> batch, Throwable error) {
        LOG.errorf("a reading in quarantine is set aside: %s", error.getMessage());
        return batch.stream().map(logged -> RecordReadings.setAside(logged, error)).toList();
    }

    private Uni<Integer> take(int most, UnaryOperator<List<Logged>> change) {
        return quarantine
                .release(most, (batch, known) -> BatchPlan.of(change.apply(batch), known, intakes))
                .chain(this::tell)
                .onFailure(Failures::isOurs)
                .transform(InternalFault::new);
    }

    private Uni<Integer> tell(Quarantine.Released released) {
        if (released.ids().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.createFrom()
                .completionStage(
                        () ->
                                feed.release(
                                        released.settled().readings(),
                                        released.settled().concerns(),
                                        Instant.now()))
                .chain(() -> quarantine.mark(released.ids()))
                .replaceWith(released.ids().size());
    }
}
