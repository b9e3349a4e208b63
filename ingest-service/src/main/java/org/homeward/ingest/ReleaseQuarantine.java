package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.homeward.events.CodeTable;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.unit.Units;
import org.jboss.logging.Logger;

/// Readings of a device that was nobody's become its patient's once it is assigned. Stored, told,
/// then marked: an interruption between two steps repeats them, and repeating changes nothing.
@ApplicationScoped
public class ReleaseQuarantine {
    private static final Logger LOG = Logger.getLogger(ReleaseQuarantine.class);
    private static final int AT_ONCE = 500;

    private final Quarantine quarantine;
    private final ReadingFeed feed;
    private final Intakes intakes;

    @Inject
    ReleaseQuarantine(Quarantine quarantine, ReadingFeed feed, Units units) {
        this.quarantine = quarantine;
        this.feed = feed;
        this.intakes = new Intakes(CodeTable.standard(), units);
    }

    /// Starts a release without waiting for it; housekeeping starts it again if it fails.
    void soon() {
        release()
                .subscribe()
                .with(_ -> {}, e -> LOG.warnf("quarantine: released later: %s", e.getMessage()));
    }

    /// Releases all that can be released.
    public Uni<Void> release() {
        return quarantine
                .release(AT_ONCE, (batch, known) -> BatchPlan.of(batch, known, intakes))
                .chain(this::tell)
                .chain(n -> n < AT_ONCE ? Uni.createFrom().voidItem() : release());
    }

    private Uni<Integer> tell(Quarantine.Released released) {
        if (released.ids().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.createFrom()
                .completionStage(
                        () ->
                                feed.publish(
                                        released.settled().readings(),
                                        released.settled().concerns()))
                .chain(() -> quarantine.mark(released.ids()))
                .replaceWith(released.ids().size());
    }
}
