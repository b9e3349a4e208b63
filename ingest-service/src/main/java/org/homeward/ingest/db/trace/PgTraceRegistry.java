package org.homeward.ingest.db.trace;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Udi;
import org.homeward.ingest.trace.TraceChange;
import org.homeward.ingest.trace.TraceRegistry;

/// [TraceRegistry] on PostgreSQL.
@ApplicationScoped
class PgTraceRegistry implements TraceRegistry {
    private static final String CHANGE =
            """
            UPDATE device SET serial = CASE WHEN $2::boolean THEN $3::text ELSE serial END,
              udi = CASE WHEN $4::boolean THEN $5::text ELSE udi END,
              udi_di = CASE WHEN $4::boolean THEN $6::text ELSE udi_di END,
              calibration_due = CASE WHEN $7::boolean THEN $8::date ELSE calibration_due END
            WHERE id = $1
            """;
    private static final String FIRMWARE =
            """
            INSERT INTO device_firmware (device_id, since, firmware, said_by)
            SELECT $1::uuid, $2::timestamptz, $3::text, $4::text
            WHERE $3 IS DISTINCT FROM (
              SELECT firmware FROM device_firmware WHERE device_id = $1 AND since <= $2
              ORDER BY since DESC LIMIT 1)
            ON CONFLICT (device_id, since)
              DO UPDATE SET firmware = excluded.firmware, said_by = excluded.said_by
            """;

    private final Pool pool;

    @Inject
    PgTraceRegistry(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<UUID>> change(UUID device, TraceChange change, Instant at, String by) {
        return pool.withTransaction(
                c ->
                        c.preparedQuery(CHANGE)
                                .execute(values(device, change))
                                .chain(
                                        rows ->
                                                rows.rowCount() == 0
                                                        ? Uni.createFrom().item(Optional.empty())
                                                        : firmware(c, device, change, at, by)
                                                                .replaceWith(Optional.of(device))));
    }

    private static Tuple values(UUID device, TraceChange change) {
        Udi udi = change.udi().value();
        return Tuple.tuple()
                .addUUID(device)
                .addBoolean(change.serial().isSaid())
                .addString(change.serial().value())
                .addBoolean(change.udi().isSaid())
                .addString(udi == null ? null : udi.carrier())
                .addString(udi == null ? null : udi.di())
                .addBoolean(change.calibrationDue().isSaid())
                .addValue(change.calibrationDue().value());
    }

    private static Uni<Void> firmware(
            SqlConnection c, UUID device, TraceChange change, Instant at, String by) {
        if (change.firmware() == null) {
            return Uni.createFrom().voidItem();
        }
        return c.preparedQuery(FIRMWARE)
                .execute(Tuple.of(device, Columns.time(at), change.firmware(), by))
                .replaceWithVoid();
    }
}
