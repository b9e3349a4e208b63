package org.homeward.ingest.db.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Pages;
import org.homeward.ingest.desk.DeviceHealth;
import org.homeward.ingest.desk.HealthList;
import org.jspecify.annotations.Nullable;

/// [HealthList] on PostgreSQL.
@ApplicationScoped
class PgHealthList implements HealthList {
    private static final String SELECT =
            """
            SELECT h.*, d.label, d.model, d.serial,
              (SELECT f.firmware FROM device_firmware f WHERE f.device_id = h.id
                ORDER BY f.since DESC LIMIT 1) AS firmware,
              (SELECT max(c.rotate_by) FROM credential c WHERE c.device_id = h.id
                AND c.revoked_at IS NULL AND c.valid_until IS NULL) AS rotate_by,
              ARRAY(SELECT c.kind FROM device_concern c
                WHERE c.device_id = h.id AND c.closed_at IS NULL ORDER BY 1) AS concerns
            FROM device_health h JOIN device d USING (id)
            """;
    private static final String PAGE =
            SELECT
                    + """
            WHERE CASE $1::text WHEN 'SILENT' THEN h.silent WHEN 'BATTERY_LOW' THEN h.battery <= 15
                WHEN 'CONCERNS' THEN EXISTS (SELECT FROM device_concern c
                  WHERE c.device_id = h.id AND c.closed_at IS NULL)
                ELSE true END
              AND ($2::timestamptz IS NULL OR (h.registered_at, h.id) < ($2, $3::uuid))
            ORDER BY h.registered_at DESC, h.id DESC LIMIT $4
            """;

    private final Pool pool;

    @Inject
    PgHealthList(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<DeviceHealth>> page(State state, int limit, @Nullable Cursor after) {
        return pool.preparedQuery(PAGE)
                .execute(
                        Tuple.tuple()
                                .addString(state.name())
                                .addValue(after == null ? null : Columns.time(after.at()))
                                .addUUID(after == null ? null : after.id())
                                .addInteger(limit + 1))
                .map(rows -> Pages.of(all(rows), limit, PgHealthList::cursor));
    }

    private static Cursor cursor(DeviceHealth device) {
        return new Cursor(device.registeredAt(), device.id());
    }

    @Override
    public Uni<Optional<DeviceHealth>> find(UUID device) {
        return pool.preparedQuery(SELECT + "WHERE h.id = $1")
                .execute(Tuple.of(device))
                .map(rows -> all(rows).stream().findFirst());
    }

    private static List<DeviceHealth> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PgHealthList::health).toList();
    }

    private static DeviceHealth health(Row row) {
        Integer gap = row.getInteger("usual_gap_s");
        return new DeviceHealth(
                Objects.requireNonNull(row.getUUID("id")),
                row.getString("label"),
                row.getString("model"),
                row.getString("serial"),
                row.getString("firmware"),
                Columns.instant(row, "registered_at"),
                new DeviceHealth.Heard(
                        Columns.instantOrNull(row, "last_seen_at"),
                        gap == null ? null : Duration.ofSeconds(gap),
                        row.getBoolean("silent") ? Columns.instant(row, "quiet_since") : null),
                row.getInteger("battery"),
                Columns.instantOrNull(row, "rotate_by"),
                List.of(row.getArrayOfStrings("concerns")));
    }
}
