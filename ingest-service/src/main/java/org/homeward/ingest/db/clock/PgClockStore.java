package org.homeward.ingest.db.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.ingest.clock.ClockStore;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.DeviceClock;

/// [ClockStore] on PostgreSQL.
@ApplicationScoped
class PgClockStore implements ClockStore {
    private static final String ADD =
            """
            UPDATE device d SET clock_checked_at = s.at,
              clock_samples = (d.clock_samples || s.ahead)[
                greatest(1, cardinality(d.clock_samples) + 2 - %d):]
            FROM unnest($1::uuid[], $2::timestamptz[], $3::int[]) AS s (id, at, ahead)
            WHERE d.id = s.id
            RETURNING d.id, d.clock_samples, d.clock_offset, d.clock_wrong_since IS NOT NULL AS wrong
            """
                    .formatted(DeviceClock.MOST);

    /// Of two instances that find out at once, one tells.
    private static final String TELL =
            """
            WITH told AS (
              SELECT d.id, d.clock_wrong_since IS NULL AND s.wrong AS begins, s.ahead, s.at, s.wrong
              FROM unnest($1::uuid[], $2::int[], $3::boolean[], $4::timestamptz[])
                AS s (id, ahead, wrong, at)
              JOIN device d ON d.id = s.id
              ORDER BY d.id FOR NO KEY UPDATE OF d),
            changed AS (
              UPDATE device d SET clock_offset = t.ahead, clock_wrong_since =
                CASE WHEN t.wrong THEN coalesce(d.clock_wrong_since, t.at) END
              FROM told t WHERE d.id = t.id)
            SELECT t.id, a.patient_id FROM told t
            LEFT JOIN assignment a ON a.device_id = t.id AND a.during @> t.at
            WHERE t.begins
            """;

    private final Pool pool;

    @Inject
    PgClockStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Known>> add(List<Sample> samples) {
        return pool.preparedQuery(ADD)
                .execute(
                        Tuple.of(
                                samples.stream().map(Sample::deviceId).toArray(UUID[]::new),
                                Columns.times(samples, Sample::at),
                                Columns.whole(samples, Sample::ahead)))
                .map(rows -> all(rows, PgClockStore::known));
    }

    private static Known known(Row row) {
        return new Known(
                Objects.requireNonNull(row.getUUID("id")),
                new DeviceClock(List.of(row.getArrayOfIntegers("clock_samples"))),
                row.getInteger("clock_offset"),
                row.getBoolean("wrong"));
    }

    @Override
    public Uni<List<Wearer>> tell(List<Told> told) {
        return pool.preparedQuery(TELL)
                .execute(
                        Tuple.of(
                                told.stream().map(Told::deviceId).toArray(UUID[]::new),
                                Columns.whole(told, Told::offset),
                                told.stream().map(Told::wrong).toArray(Boolean[]::new),
                                Columns.times(told, Told::at)))
                .map(rows -> all(rows, PgClockStore::wearer));
    }

    private static Wearer wearer(Row row) {
        return new Wearer(Objects.requireNonNull(row.getUUID("id")), row.getUUID("patient_id"));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        List<T> out = new ArrayList<>(rows.size());
        rows.forEach(row -> out.add(read.apply(row)));
        return out;
    }
}
