package org.homeward.ingest.trace;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Concern;
import org.jboss.logging.Logger;

/// Tells, once for each device and due day, that its calibration is overdue. Its readings are taken
/// as before: a scale that drifts is better than none, and somebody knows. Told, then marked: an
/// interruption between the two tells the same event again, which is recognised by its id.
@ApplicationScoped
public class WarnOfCalibration {
    private static final Logger LOG = Logger.getLogger(WarnOfCalibration.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final Vertx vertx;
    private final Calibrations calibrations;
    private final ReadingLog log;
    private volatile boolean open;

    @Inject
    WarnOfCalibration(Vertx vertx, Calibrations calibrations, ReadingLog log, IngestConfig config) {
        this.vertx = vertx;
        this.calibrations = calibrations;
        this.log = log;
        // A rebuild tells nobody, so it may not note that it did.
        this.open = config.rebuildFrom().isEmpty();
    }

    void start(@Observes StartupEvent event) {
        if (open) {
            turn();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    private void turn() {
        warn().subscribe()
                .with(
                        _ -> again(EVERY),
                        e -> {
                            LOG.warnf("calibrations that are overdue: %s", e.getMessage());
                            again(AFTER_A_FAULT);
                        });
    }

    private void again(Duration after) {
        if (open) {
            vertx.setTimer(after.toMillis(), _ -> turn());
        }
    }

    /// Tells of all that are overdue.
    public Uni<Void> warn() {
        Instant now = Instant.now();
        return calibrations
                .before(LocalDate.ofInstant(now, ZoneOffset.UTC), AT_ONCE)
                .chain(
                        overdue ->
                                overdue.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : tell(overdue, now).chain(this::warn));
    }

    private Uni<Void> tell(List<Calibrations.Overdue> overdue, Instant now) {
        List<Concern> concerns =
                overdue.stream()
                        .map(o -> Concern.ofCalibration(o.deviceId(), o.patientId(), o.due(), now))
                        .toList();
        return Uni.createFrom()
                .completionStage(() -> log.report(concerns))
                .chain(() -> calibrations.told(overdue));
    }
}
