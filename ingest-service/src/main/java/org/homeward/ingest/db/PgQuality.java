package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.quality.Quality;
import org.homeward.ingest.quality.QualityDay;
import org.jspecify.annotations.Nullable;

/// [Quality] on PostgreSQL: days that are counted come from there, all others row by row.
@ApplicationScoped
class PgQuality implements Quality {
    private static final String FIND =
            """
            WITH whose AS MATERIALIZED (
              SELECT key AS patient FROM patient_key WHERE patient_id = $1
              UNION
              SELECT p.key FROM assignment a JOIN patient_key p USING (patient_id)
              WHERE a.device_id = $2
                AND a.during && tstzrange($3::date::timestamp AT TIME ZONE 'UTC',
                  ($4::date + 1)::timestamp AT TIME ZONE 'UTC')),
            its AS MATERIALIZED (SELECT key AS device FROM device WHERE id = $2),
            counted AS MATERIALIZED (
              SELECT q.* FROM quality_day q JOIN whose USING (patient)
              WHERE q.day BETWEEN $3 AND $4 AND NOT EXISTS (
                SELECT FROM rollup_late l WHERE l.patient = q.patient AND l.day = q.day)),
            part AS (
              SELECT c.day, c.device, c.readings, c.valid, c.questioned, c.invalid, c.voided, c.late,
                c.best_effort, c.uncertain
              FROM counted c
              UNION ALL
              SELECT d.day, r.device, 1, r.valid, r.questioned, r.invalid, r.voided, r.late,
                r.best_effort, r.uncertain
              FROM whose
              CROSS JOIN LATERAL (
                SELECT s.at::date AS day
                FROM generate_series($3::date::timestamp, $4::date::timestamp, '1 day') AS s (at)
                WHERE NOT EXISTS (
                  SELECT FROM counted c WHERE c.patient = whose.patient AND c.day = s.at::date)
              ) AS d
              CROSS JOIN LATERAL (
                SELECT q.* FROM reading_quality q
                WHERE q.patient = whose.patient AND utc_day(q.measured_at) = d.day
                  AND q.measured_at >= d.day::timestamp AT TIME ZONE 'UTC'
                  AND q.measured_at < (d.day + 1)::timestamp AT TIME ZONE 'UTC'
              ) AS r),
            came AS (
              SELECT utc_day(r.received_at) AS day, count(*) AS refused FROM refusal r
              WHERE r.received_at >= $3::date::timestamp AT TIME ZONE 'UTC'
                AND r.received_at < ($4::date + 1)::timestamp AT TIME ZONE 'UTC'
                AND (r.device_id = $2 OR r.device_id IN (
                  SELECT a.device_id FROM assignment a
                  WHERE a.patient_id = $1 AND a.during @> r.received_at))
              GROUP BY 1)
            SELECT day, coalesce(sum(part.readings), 0)::bigint AS readings,
              coalesce(sum(part.valid), 0)::bigint AS valid,
              coalesce(sum(part.questioned), 0)::bigint AS questioned,
              coalesce(sum(part.invalid), 0)::bigint AS invalid,
              coalesce(sum(part.voided), 0)::bigint AS voided,
              coalesce(max(came.refused), 0)::bigint AS refused,
              coalesce(sum(part.late), 0)::bigint AS late,
              coalesce(sum(part.best_effort), 0)::bigint AS best_effort,
              coalesce(sum(part.uncertain), 0)::bigint AS uncertain
            FROM (SELECT * FROM part WHERE $2::uuid IS NULL OR device IN (SELECT device FROM its))
              AS part
            FULL JOIN came USING (day)
            GROUP BY day ORDER BY day DESC
            """;

    private final Pool pool;

    @Inject
    PgQuality(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<QualityDay>> ofPatient(UUID patientId, Days days) {
        return find(patientId, null, days);
    }

    @Override
    public Uni<List<QualityDay>> ofDevice(UUID deviceId, Days days) {
        return find(null, deviceId, days);
    }

    private Uni<List<QualityDay>> find(@Nullable UUID patient, @Nullable UUID device, Days days) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(patient, device, days.from(), days.to()))
                .map(
                        rows -> {
                            List<QualityDay> out = new ArrayList<>();
                            rows.forEach(row -> out.add(day(row)));
                            return out;
                        });
    }

    private static QualityDay day(Row row) {
        return new QualityDay(
                Objects.requireNonNull(row.getLocalDate("day")),
                row.getLong("readings"),
                row.getLong("valid"),
                row.getLong("questioned"),
                row.getLong("invalid"),
                row.getLong("voided"),
                row.getLong("refused"),
                row.getLong("late"),
                row.getLong("best_effort"),
                row.getLong("uncertain"));
    }
}
