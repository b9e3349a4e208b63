package org.homeward.ingest.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.homeward.ingest.Accounts;
import org.jboss.logging.Logger;

/// The account of the log as metrics, looked up each minute: what is unaccounted for, and what
/// became of everything. The same on all instances, since it is the store's. What was not read for
/// some minutes is not a number: nobody knows that all is well.
@ApplicationScoped
class AccountGauges {
    private static final Logger LOG = Logger.getLogger(AccountGauges.class);
    private static final long EVERY = Duration.ofMinutes(1).toMillis();
    private static final int PATIENCE = 3;

    private final Vertx vertx;
    private final Accounts accounts;
    private volatile List<Accounts.Partition> last = List.of();
    private volatile int failed = PATIENCE;
    private volatile boolean open = true;

    @Inject
    AccountGauges(Vertx vertx, Accounts accounts, MeterRegistry meters) {
        this.vertx = vertx;
        this.accounts = accounts;
        gauge(meters, "homeward.ingest.account.items", Accounts.Partition::items);
        gauge(meters, "homeward.ingest.account.unaccounted", Accounts.Partition::unaccounted);
        fate(meters, "stored", Accounts.Partition::stored);
        fate(meters, "duplicate", Accounts.Partition::duplicate);
        fate(meters, "quarantined", Accounts.Partition::quarantined);
        fate(meters, "refused", Accounts.Partition::refused);
        fate(meters, "conflict", Accounts.Partition::conflict);
    }

    private void gauge(
            MeterRegistry meters, String name, ToLongFunction<Accounts.Partition> column) {
        Gauge.builder(name, () -> sum(column)).register(meters);
    }

    private void fate(MeterRegistry meters, String fate, ToLongFunction<Accounts.Partition> of) {
        Gauge.builder("homeward.ingest.account.fates", () -> sum(of))
                .tag("fate", fate)
                .register(meters);
    }

    private double sum(ToLongFunction<Accounts.Partition> column) {
        if (failed >= PATIENCE) {
            return Double.NaN;
        }
        return last.stream().mapToLong(column).sum();
    }

    void start(@Observes StartupEvent event) {
        turn();
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    private void turn() {
        look().subscribe()
                .with(
                        _ -> again(),
                        e -> {
                            LOG.warnf("the account cannot be read: %s", e.getMessage());
                            again();
                        });
    }

    private void again() {
        if (open) {
            vertx.setTimer(EVERY, _ -> turn());
        }
    }

    /// Looks the account up.
    Uni<Void> look() {
        return accounts.conservation()
                .invoke(
                        found -> {
                            last = List.copyOf(found);
                            failed = 0;
                        })
                .onFailure()
                .invoke(() -> failed = Math.min(PATIENCE, failed + 1))
                .replaceWithVoid();
    }
}
