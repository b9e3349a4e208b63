package org.homeward.ingest.db.trace;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.trace.Calibrations;

/// [Calibrations] on PostgreSQL: an index holds those not told of, by their day.
@ApplicationScoped
class PgCalibrations implements Calibrations {
    private static final String BEFORE =
            """
            SELECT d.id, d.calibration_due, a.patient_id
            FROM device d LEFT JOIN assignment a ON a.device_id = d.id AND a.during @> now()
            WHERE d.calibration_due < $1 AND d.disabled_at IS NULL
              AND d.calibration_told IS DISTINCT FROM d.calibration_due
            ORDER BY d.calibration_due LIMIT $2
            """;
    private static final String TOLD =
            """
            UPDATE device d SET calibration_told = t.due
            FROM unnest($1::uuid[], $2::date[]) AS t (id, due) WHERE d.id = t.id
            """;

    private final Pool pool;

    @Inject
    PgCalibrations(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Overdue>> before(LocalDate day, int most) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(day, most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PgCalibrations::overdue)
                                        .toList());
    }

    private static Overdue overdue(Row row) {
        return new Overdue(
                Objects.requireNonNull(row.getUUID("id")),
                row.getUUID("patient_id"),
                Objects.requireNonNull(row.getLocalDate("calibration_due")));
    }

    @Override
    public Uni<Void> told(List<Overdue> devices) {
        return pool.preparedQuery(TOLD)
                .execute(
                        Tuple.of(
                                devices.stream().map(Overdue::deviceId).toArray(UUID[]::new),
                                devices.stream().map(Overdue::due).toArray(LocalDate[]::new)))
                .replaceWithVoid();
    }
}
