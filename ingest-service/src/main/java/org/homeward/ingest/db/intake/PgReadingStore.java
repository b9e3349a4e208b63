package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.ingest.db.Keyed;
import org.homeward.ingest.db.Keys;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.intake.ReadingStore;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.kafka.Failures;

/// [ReadingStore] on PostgreSQL: one transaction for a batch, under the lock of its partitions'
/// position rows, so that two instances that both believe to own a partition write one after the
/// other and count nothing twice.
@ApplicationScoped
class PgReadingStore implements ReadingStore {
    private final Pool pool;
    private final Keys keys;

    @Inject
    PgReadingStore(Pool pool, Keys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    @Override
    public Uni<Settled> store(List<Logged> batch, Function<Known, BatchPlan> decide) {
        return telling(
                pool.withTransaction(
                        c ->
                                KnownRows.load(c, batch)
                                        .chain(known -> write(c, decide.apply(known)))));
    }

    /// Tells what can never be written from what cannot be written now.
    static <T> Uni<T> telling(Uni<T> work) {
        return work.onFailure(e -> e instanceof PgException && Failures.isOfTheData(e))
                .transform(e -> new DataError(((PgException) e).getSqlState(), e));
    }

    private Uni<Settled> write(SqlConnection c, BatchPlan plan) {
        return writeReadings(c, keys, plan).call(() -> PositionRows.advance(c, plan.tallies()));
    }

    /// Writes all of a plan but its accounts.
    static Uni<Settled> writeReadings(SqlConnection c, Keys keys, BatchPlan plan) {
        return keys.of(c, readings(plan))
                .chain(
                        keyed ->
                                insert(c, plan, keyed)
                                        .invoke(plan::settle)
                                        .chain(() -> LateRows.note(c, readings(plan), keyed)))
                .chain(() -> MessageRows.insert(c, plan.readings()))
                .chain(() -> RefusalRows.insert(c, plan.refusals()))
                .chain(() -> told(c, plan));
    }

    /// Inserts what is new and returns what was already there, by its id or by another way.
    private static Uni<Map<UUID, Known.Earlier>> insert(
            SqlConnection c, BatchPlan plan, Keyed keys) {
        Map<UUID, Known.Earlier> there = new HashMap<>();
        return TwinRows.find(c, plan, keys)
                .invoke(there::putAll)
                .chain(() -> ReadingRows.insert(c, fresh(plan, there), keys))
                .invoke(there::putAll)
                .chain(() -> QuarantineRows.insert(c, plan.quarantined()))
                .invoke(there::putAll)
                .replaceWith(there);
    }

    private static List<BatchPlan.Pending<Reading>> fresh(
            BatchPlan plan, Map<UUID, Known.Earlier> there) {
        return there.isEmpty()
                ? plan.readings()
                : plan.readings().stream().filter(p -> !there.containsKey(p.item().id())).toList();
    }

    private static List<Reading> readings(BatchPlan plan) {
        return plan.readings().stream().map(BatchPlan.Pending::item).toList();
    }

    private static Uni<Settled> told(SqlConnection c, BatchPlan plan) {
        List<Reading> stored = readings(plan);
        if (plan.republished().isEmpty()) {
            return Uni.createFrom().item(new Settled(stored, plan.concerns(), plan.tallies()));
        }
        return ReadingRows.find(c, plan.republished())
                .map(
                        again -> {
                            List<Reading> all = new java.util.ArrayList<>(stored);
                            all.addAll(again);
                            return new Settled(all, plan.concerns(), plan.tallies());
                        });
    }
}
