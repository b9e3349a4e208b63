package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keys;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.intake.Quarantine;
import org.homeward.ingest.intake.ReadingStore;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.sent.Path;

/// [Quarantine] on PostgreSQL. Rows stay after their release, so that the same reading sent again
/// is still recognised.
@ApplicationScoped
class PgQuarantine implements Quarantine {
    private static final String ASSIGNABLE =
            """
            SELECT q.* FROM quarantine q WHERE q.released_at IS NULL AND EXISTS (
              SELECT FROM assignment a
              WHERE a.device_id = q.device_id AND a.during @> q.measured_at)
            ORDER BY q.measured_at LIMIT $1 FOR UPDATE SKIP LOCKED
            """;
    private static final String MARK =
            "UPDATE quarantine SET released_at = now() WHERE reading_id = ANY($1)";

    /// No partition of the log: what is released was counted when it was quarantined.
    private static final int NO_PARTITION = -1;

    private final Pool pool;
    private final Keys keys;

    @Inject
    PgQuarantine(Pool pool, Keys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    @Override
    public Uni<Released> release(int most, BiFunction<List<Logged>, Known, BatchPlan> decide) {
        return PgReadingStore.telling(
                pool.withTransaction(
                        c ->
                                c.preparedQuery(ASSIGNABLE)
                                        .execute(Tuple.of(most))
                                        .map(PgQuarantine::arrivals)
                                        .chain(arrivals -> release(c, arrivals, decide))));
    }

    private Uni<Released> release(
            SqlConnection c,
            List<Arrival> arrivals,
            BiFunction<List<Logged>, Known, BatchPlan> decide) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom()
                    .item(
                            new Released(
                                    List.of(),
                                    new ReadingStore.Settled(List.of(), List.of(), List.of())));
        }
        List<Logged> batch = List.of(new Logged(NO_PARTITION, 0, arrivals, null, null));
        return AssignmentRows.ofDevices(c, arrivals.stream())
                .map(Assignments::new)
                .chain(a -> known(c, arrivals, a))
                .chain(known -> write(c, arrivals, decide.apply(batch, known)));
    }

    /// What is nobody's after all, by the time that its device's clock makes of it, goes on
    /// waiting.
    private Uni<Released> write(SqlConnection c, List<Arrival> arrivals, BatchPlan plan) {
        Set<UUID> waiting =
                plan.quarantined().stream().map(p -> p.item().id()).collect(Collectors.toSet());
        List<UUID> ids =
                arrivals.stream().map(Arrival::id).filter(id -> !waiting.contains(id)).toList();
        return PgReadingStore.writeReadings(c, keys, plan)
                .map(settled -> new Released(ids, settled));
    }

    private static Uni<Known> known(
            SqlConnection c, List<Arrival> arrivals, Assignments assignments) {
        return LastValueRows.before(c, arrivals.stream(), assignments)
                .map(last -> new Known(Map.of(), assignments, Map.of(), last));
    }

    private static List<Arrival> arrivals(RowSet<Row> rows) {
        List<Arrival> out = new ArrayList<>(rows.size());
        rows.forEach(
                row ->
                        out.add(
                                new Arrival(
                                        Objects.requireNonNull(row.getUUID("reading_id")),
                                        Objects.requireNonNull(row.getUUID("device_id")),
                                        SentJson.read(row.getJsonObject("payload")),
                                        Path.valueOf(row.getString("path")),
                                        Columns.instant(row, "received_at"),
                                        Columns.instant(row, "recorded_at"))));
        return out;
    }

    @Override
    public Uni<Void> mark(List<UUID> ids) {
        return pool.preparedQuery(MARK)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
