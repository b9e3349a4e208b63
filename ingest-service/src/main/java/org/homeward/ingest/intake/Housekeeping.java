package org.homeward.ingest.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.Regular;
import org.homeward.ingest.Upkeep;
import org.homeward.ingest.rollup.Rollups;
import org.jboss.logging.Logger;

/// The regular turns: releases what waits in quarantine (also what an interruption left there),
/// goes on with what is sent again and keeps the store in shape. Several instances doing the same
/// at once do no harm.
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration TIDY = Duration.ofHours(1);

    private final Vertx vertx;
    private final ReleaseQuarantine quarantine;
    private final Upkeep upkeep;
    private final Rollups rollups;
    private final Instance<Regular> others;
    private final IngestConfig config;
    private final AtomicBoolean open = new AtomicBoolean(true);

    @Inject
    Housekeeping(
            Vertx vertx,
            ReleaseQuarantine quarantine,
            Upkeep upkeep,
            Rollups rollups,
            @Any Instance<Regular> others,
            IngestConfig config) {
        this.vertx = vertx;
        this.quarantine = quarantine;
        this.upkeep = upkeep;
        this.rollups = rollups;
        this.others = others;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.rebuildFrom().isPresent()) {
            // What is due is done by the store that serves.
            return;
        }
        Duration often = config.pipeline().housekeeping();
        turn(new Turn("quarantine", quarantine::release, often));
        turn(new Turn("rollups", rollups::turn, often));
        others.forEach(one -> turn(new Turn(one.title(), one::turn, one.every(often))));
        turn(new Turn("upkeep", upkeep::tidy, TIDY));
    }

    void stop(@Observes ShutdownEvent event) {
        open.set(false);
    }

    private record Turn(String name, Supplier<Uni<Void>> work, Duration every) {}

    private void turn(Turn turn) {
        turn.work()
                .get()
                .subscribe()
                .with(
                        _ -> again(turn.every(), turn),
                        e -> {
                            LOG.warnf("%s: %s", turn.name(), e.getMessage());
                            again(config.pipeline().housekeeping(), turn);
                        });
    }

    private void again(Duration after, Turn turn) {
        if (open.get()) {
            vertx.setTimer(after.toMillis(), _ -> turn(turn));
        }
    }
}
