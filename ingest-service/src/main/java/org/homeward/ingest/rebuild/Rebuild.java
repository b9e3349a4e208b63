package org.homeward.ingest.rebuild;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.homeward.ingest.Accounts;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.rollup.Rollups;
import org.jboss.logging.Logger;

/// The run itself: the old store's devices first, then the log by the usual pipeline, then what
/// people did to readings. Ends the program: 0 if both stores hold the same, 1 if not, 2 after a
/// fault.
@ApplicationScoped
class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    /// By this line of the log `./homeward rebuild` knows that it came to its end.
    private static final String DONE = "the store is built again";

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMillis(300);

    private final RebuildStore store;
    private final LogEnds log;
    private final Accounts accounts;
    private final Rollups rollups;
    private final Optional<String> from;

    @Inject
    Rebuild(
            RebuildStore store,
            LogEnds log,
            Accounts accounts,
            Rollups rollups,
            IngestConfig config) {
        this.store = store;
        this.log = log;
        this.accounts = accounts;
        this.rollups = rollups;
        this.from = config.rebuildFrom();
    }

    /// Before the first record of the log is taken.
    void prepare(@Observes @Priority(1) StartupEvent event) {
        from.ifPresent(old -> store.carryOver(old).await().atMost(LONGEST));
    }

    void start(@Observes StartupEvent event) {
        from.ifPresent(
                old ->
                        run(old).subscribe()
                                .with(
                                        same -> Quarkus.asyncExit(same ? 0 : 1),
                                        e -> {
                                            LOG.errorf(e, "the rebuild failed");
                                            Quarkus.asyncExit(2);
                                        }));
    }

    private Uni<Boolean> run(String old) {
        return log.ends()
                .chain(this::untilStored)
                .chain(() -> store.carryDecided(old))
                .chain(rollups::turn)
                .chain(() -> store.sumsOf(old))
                .chain(before -> store.sums().map(after -> same(before, after)));
    }

    private Uni<Void> untilStored(Map<Integer, Long> ends) {
        return Multi.createBy()
                .repeating()
                .uni(accounts::conservation)
                .withDelay(LOOK)
                .whilst(found -> !isStored(ends, found))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static boolean isStored(Map<Integer, Long> ends, List<Accounts.Partition> found) {
        Map<Integer, Long> positions =
                found.stream()
                        .collect(
                                Collectors.toMap(
                                        Accounts.Partition::partition,
                                        Accounts.Partition::position));
        return ends.entrySet().stream()
                .allMatch(e -> positions.getOrDefault(e.getKey(), 0L) >= e.getValue());
    }

    private static boolean same(List<RebuildStore.Sum> before, List<RebuildStore.Sum> after) {
        for (int i = 0; i < after.size(); i++) {
            RebuildStore.Sum old = before.get(i);
            RebuildStore.Sum now = after.get(i);
            LOG.infof(
                    "rebuilt %s: %d, before %d: %s",
                    now.part(),
                    now.items(),
                    old.items(),
                    old.equals(now) ? "the same" : "DIFFERENT");
        }
        LOG.info(DONE);
        return before.equals(after);
    }
}
