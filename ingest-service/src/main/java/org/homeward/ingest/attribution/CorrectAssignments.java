package org.homeward.ingest.attribution;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.homeward.ingest.Regular;
import org.homeward.ingest.attribution.AssignmentStore.Outcome;
import org.homeward.ingest.attribution.Reattribution.Progress;
import org.homeward.ingest.registry.RegisterDevices;
import org.jboss.logging.Logger;

/// Corrects assignments, and puts the readings right afterwards in the background: what is noted in
/// the correction's own transaction is done by whichever instance has its turn, also after a
/// restart.
@ApplicationScoped
public class CorrectAssignments implements Regular {
    private static final Logger LOG = Logger.getLogger(CorrectAssignments.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AssignmentStore assignments;
    private final Reattribution readings;
    private final Event<RegisterDevices.Assigned> assigned;

    @Inject
    CorrectAssignments(
            AssignmentStore assignments,
            Reattribution readings,
            Event<RegisterDevices.Assigned> assigned) {
        this.assignments = assignments;
        this.readings = readings;
        this.assigned = assigned;
    }

    public Uni<Outcome> correct(Correction correction) {
        return assignments.correct(correction).invoke(outcome -> tell(correction, outcome));
    }

    private void tell(Correction correction, Outcome outcome) {
        switch (outcome) {
            case Outcome.Corrected _, Outcome.Removed _ ->
                    assigned.fire(new RegisterDevices.Assigned(correction.deviceId()));
            case Outcome.Unknown _,
                    Outcome.Gone _,
                    Outcome.Stale _,
                    Outcome.Backwards _,
                    Outcome.Overlap _ -> {}
        }
    }

    /// Starts without waiting for it; a regular turn takes it up if it fails.
    void soon(@Observes RegisterDevices.Assigned made) {
        settle().subscribe()
                .with(_ -> {}, e -> LOG.warnf("re-attribution: later: %s", e.getMessage()));
    }

    @Override
    public String title() {
        return "re-attribution";
    }

    @Override
    public Uni<Void> turn() {
        return settle();
    }

    /// Puts right all that can be put right now.
    public Uni<Void> settle() {
        return Multi.createBy()
                .repeating()
                .uni(this::step)
                .whilst(progress -> progress != Progress.DONE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Progress> step() {
        return readings.step()
                .onItem()
                .call(
                        progress ->
                                progress == Progress.WAITING
                                        ? Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE)
                                        : Uni.createFrom().voidItem());
    }
}
