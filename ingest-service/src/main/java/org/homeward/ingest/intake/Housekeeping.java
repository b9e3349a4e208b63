package org.homeward.ingest.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.Upkeep;
import org.jboss.logging.Logger;

/// The regular turns: releases what waits in quarantine (also what an interruption left there) and
/// keeps the store in shape. Several instances doing the same at once do no harm.
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration TIDY = Duration.ofHours(1);

    private final Vertx vertx;
    private final ReleaseQuarantine quarantine;
    private final Upkeep upkeep;
    private final IngestConfig config;
    private final AtomicBoolean open = new AtomicBoolean(true);

    @Inject
    Housekeeping(Vertx vertx, ReleaseQuarantine quarantine, Upkeep upkeep, IngestConfig config) {
        this.vertx = vertx;
        this.quarantine = quarantine;
        this.upkeep = upkeep;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        release();
        tidy();
    }

    void stop(@Observes ShutdownEvent event) {
        open.set(false);
    }

    private void release() {
        quarantine
                .release()
                .subscribe()
                .with(
                        _ -> again(config.pipeline().housekeeping(), this::release),
                        e -> {
                            LOG.warnf("quarantine: %s", e.getMessage());
                            again(config.pipeline().housekeeping(), this::release);
                        });
    }

    private void tidy() {
        upkeep.tidy()
                .subscribe()
                .with(
                        _ -> again(TIDY, this::tidy),
                        e -> {
                            LOG.warnf("upkeep: %s", e.getMessage());
                            again(config.pipeline().housekeeping(), this::tidy);
                        });
    }

    private void again(Duration after, Runnable turn) {
        if (open.get()) {
            vertx.setTimer(after.toMillis(), _ -> turn.run());
        }
    }
}
