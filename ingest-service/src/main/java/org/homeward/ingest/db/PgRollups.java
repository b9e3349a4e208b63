package org.homeward.ingest.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.homeward.ingest.rollup.Bucket;
import org.homeward.ingest.rollup.Rollups;
import org.jspecify.annotations.Nullable;

/// [Rollups] on PostgreSQL: whole days that are rolled up come from there, all others row by row.
@ApplicationScoped
class PgRollups implements Rollups {
    private static final int PORTION = 500;
    private static final int HOUR = 3600;
    private static final String NEXT_DAY = "SELECT roll_up_next()";
    private static final String LATE = "SELECT roll_up_late($1) AS done";

    /// Each lateral part has an `OFFSET 0`, which keeps the planner from reading all of the range
    /// before it looks at which days it is to be read for.
    static final String FIND =
            """
            WITH p AS (SELECT key FROM patient_key WHERE patient_id = $1),
            q AS (SELECT key, code, unit FROM quantity_key WHERE code = ANY ($2::text[])),
            days AS MATERIALIZED (
              SELECT d.at::date AS day, $7 AND d.at::date <= (SELECT day FROM rollup_done)
                  AND d.at AT TIME ZONE 'UTC' >= $3
                  AND (d.at + interval '1 day') AT TIME ZONE 'UTC' <= $4
                  AND EXISTS (SELECT FROM rollup_hour h
                    WHERE h.patient = (SELECT key FROM p) AND h.day = d.at::date)
                  AND NOT EXISTS (SELECT FROM rollup_late l
                    WHERE l.patient = (SELECT key FROM p) AND l.day = d.at::date)
                  AND NOT EXISTS (SELECT FROM dropped_month m
                    WHERE m.month = date_trunc('month', d.at)::date) AS rolled
              FROM generate_series(utc_day($3)::timestamp, utc_day($4)::timestamp, '1 day') AS d (at)),
            part AS (
              SELECT h.quantity, (h.day + h.hour * interval '1 hour') AT TIME ZONE 'UTC' AS at, h.n,
                h.lowest, h.highest, h.total, h.very_low, h.low, h.high, h.very_high
              FROM days CROSS JOIN LATERAL (
                SELECT * FROM rollup_hour h
                WHERE h.patient = (SELECT key FROM p) AND h.day = days.day
                  AND h.quantity IN (SELECT key FROM q)
                OFFSET 0) AS h
              WHERE days.rolled
              UNION ALL
              SELECT h.quantity, (h.day + h.hour * interval '1 hour') AT TIME ZONE 'UTC', h.n,
                h.lowest, h.highest, h.total, h.very_low, h.low, h.high, h.very_high
              FROM dropped_month d CROSS JOIN LATERAL (
                SELECT * FROM rollup_hour h
                WHERE h.patient = (SELECT key FROM p) AND h.quantity IN (SELECT key FROM q)
                  AND h.day >= d.month AND h.day < (d.month + interval '1 month')::date
                  AND h.day >= utc_day($3) AND h.day <= utc_day($4)
                OFFSET 0) AS h
              WHERE d.month > utc_day($3) - 31 AND d.month <= utc_day($4)
                AND (h.day + h.hour * interval '1 hour') AT TIME ZONE 'UTC' >= date_trunc('hour', $3)
                AND (h.day + h.hour * interval '1 hour') AT TIME ZONE 'UTC' < $4
              UNION ALL
              SELECT m.quantity, m.measured_at, 1, m.value, m.value, m.value,
                (round(m.value) < r.very_low)::integer,
                (round(m.value) >= r.very_low AND round(m.value) < r.low)::integer,
                (round(m.value) > r.high AND round(m.value) <= r.very_high)::integer,
                (round(m.value) > r.very_high)::integer
              FROM days CROSS JOIN LATERAL (
                SELECT * FROM measured m
                WHERE m.patient = (SELECT key FROM p) AND utc_day(m.measured_at) = days.day
                  AND m.measured_at >= $3 AND m.measured_at < $4
                  AND m.measured_at >= greatest($3, days.day::timestamp AT TIME ZONE 'UTC')
                  AND m.measured_at < least($4, (days.day + 1)::timestamp AT TIME ZONE 'UTC')
                  AND m.quantity IN (SELECT key FROM q)
                OFFSET 0) AS m
              LEFT JOIN ranged r ON r.quantity = m.quantity
              WHERE NOT days.rolled)
            SELECT q.code, q.unit, date_trunc($5, part.at, $6) AS start, sum(part.n)::integer AS n,
              min(part.lowest) AS lowest, max(part.highest) AS highest, sum(part.total) AS total,
              sum(part.very_low)::integer AS very_low, sum(part.low)::integer AS low,
              sum(part.high)::integer AS high, sum(part.very_high)::integer AS very_high
            FROM part JOIN q ON q.key = part.quantity
            GROUP BY 1, 2, 3 ORDER BY 3 DESC, 1, 2
            """;

    private final Pool pool;

    @Inject
    PgRollups(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Bucket>> find(Query query) {
        return pool.preparedQuery(FIND)
                .execute(values(query))
                .map(PgRollups::buckets)
                .onFailure(PgRollups::isUnknownZone)
                .transform(_ -> new UnknownZone());
    }

    static Tuple values(Query query) {
        return Tuple.tuple()
                .addUUID(query.patientId())
                .addValue(query.codes().toArray(String[]::new))
                .addValue(Columns.time(query.from()))
                .addValue(Columns.time(query.to()))
                .addString(query.length().word())
                .addString(query.zone().getId())
                .addBoolean(isOfWholeHours(query));
    }

    /// Java knows a few zones that PostgreSQL does not.
    private static boolean isUnknownZone(Throwable e) {
        return e instanceof PgException pg && "22023".equals(pg.getSqlState());
    }

    /// Hours of UTC are no hours of a zone that is half an hour apart.
    private static boolean isOfWholeHours(Query query) {
        ZoneRules rules = query.zone().getRules();
        if (!isWholeHour(rules.getOffset(query.from()))) {
            return false;
        }
        ZoneOffsetTransition next = rules.nextTransition(query.from());
        while (next != null && next.getInstant().isBefore(query.to())) {
            if (!isWholeHour(next.getOffsetAfter())) {
                return false;
            }
            next = rules.nextTransition(next.getInstant());
        }
        return true;
    }

    private static boolean isWholeHour(ZoneOffset offset) {
        return offset.getTotalSeconds() % HOUR == 0;
    }

    private static List<Bucket> buckets(RowSet<Row> rows) {
        List<Bucket> out = new ArrayList<>(rows.size());
        rows.forEach(row -> out.add(bucket(row)));
        return out;
    }

    private static Bucket bucket(Row row) {
        int count = row.getInteger("n");
        BigDecimal total = Objects.requireNonNull(row.getBigDecimal("total"));
        return new Bucket(
                Objects.requireNonNull(row.getString("code")),
                Objects.requireNonNull(row.getString("unit")),
                Columns.instant(row, "start"),
                count,
                Objects.requireNonNull(row.getBigDecimal("lowest")),
                Objects.requireNonNull(row.getBigDecimal("highest")),
                total.divide(BigDecimal.valueOf(count), total.scale() + 2, RoundingMode.HALF_EVEN),
                bands(row, count));
    }

    private static Bucket.@Nullable Bands bands(Row row, int count) {
        Integer veryLow = row.getInteger("very_low");
        if (veryLow == null) {
            return null;
        }
        int low = row.getInteger("low");
        int high = row.getInteger("high");
        int veryHigh = row.getInteger("very_high");
        return new Bucket.Bands(
                veryLow, low, count - veryLow - low - high - veryHigh, high, veryHigh);
    }

    @Override
    public Uni<Void> turn() {
        return days().chain(this::late);
    }

    private Uni<Void> days() {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.query(NEXT_DAY).execute())
                .whilst(rows -> rows.size() > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> late() {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.preparedQuery(LATE).execute(Tuple.of(PORTION)))
                .whilst(rows -> rows.iterator().next().getInteger("done") == PORTION)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
