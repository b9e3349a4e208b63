package org.homeward.ingest.credential;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.credential.ExpiringCredentials.Expiring;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Concern;
import org.jboss.logging.Logger;

/// Tells, once for each credential, that it should be replaced soon. Told, then marked: an
/// interruption between the two tells the same event again, which is recognised by its id.
@ApplicationScoped
public class WarnOfExpiry {
    private static final Logger LOG = Logger.getLogger(WarnOfExpiry.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final Vertx vertx;
    private final ExpiringCredentials credentials;
    private final ReadingLog log;
    private final Duration before;
    private volatile boolean open;

    @Inject
    WarnOfExpiry(
            Vertx vertx, ExpiringCredentials credentials, ReadingLog log, IngestConfig config) {
        this.vertx = vertx;
        this.credentials = credentials;
        this.log = log;
        this.before = config.credentials().toldBefore();
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
                            LOG.warnf("credentials that expire: %s", e.getMessage());
                            again(AFTER_A_FAULT);
                        });
    }

    private void again(Duration after) {
        if (open) {
            vertx.setTimer(after.toMillis(), _ -> turn());
        }
    }

    /// Tells of all that are due.
    public Uni<Void> warn() {
        Instant now = Instant.now();
        return credentials
                .due(now.plus(before), AT_ONCE)
                .chain(
                        due ->
                                due.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : tell(due, now).chain(this::warn));
    }

    private Uni<Void> tell(List<Expiring> due, Instant now) {
        List<Concern> concerns = due.stream().map(one -> concern(one, now)).toList();
        return Uni.createFrom()
                .completionStage(() -> log.report(concerns))
                .chain(() -> credentials.told(due, now));
    }

    private static Concern concern(Expiring one, Instant now) {
        return Concern.ofCredential(one.credentialId(), one.deviceId(), one.patientId(), now);
    }
}
