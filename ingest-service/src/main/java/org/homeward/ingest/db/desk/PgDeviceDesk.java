package org.homeward.ingest.db.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Pages;
import org.homeward.ingest.desk.DeviceConcern;
import org.homeward.ingest.desk.DeviceDesk;
import org.jspecify.annotations.Nullable;

/// [DeviceDesk] on PostgreSQL.
@ApplicationScoped
class PgDeviceDesk implements DeviceDesk {
    /// Of several of one device and kind the last counts, in the order of ids so that two instances
    /// do not wait for each other in a circle.
    private static final String NOTE =
            """
            INSERT INTO device_concern (id, device_id, kind, detail, since, last_at)
            SELECT DISTINCT ON (d, k) i, d, k, t, a, a
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
              AS u (i, d, k, t, a)
            WHERE NOT EXISTS (
              SELECT FROM device_concern c
              WHERE c.device_id = d AND c.kind = k AND (c.id = i OR c.closed_at >= a))
            ORDER BY d, k, a DESC
            ON CONFLICT (device_id, kind) WHERE closed_at IS NULL
            DO UPDATE SET last_at = greatest(device_concern.last_at, excluded.last_at),
              detail = excluded.detail
            """;

    private static final String PAGE =
            """
            SELECT * FROM device_concern
            WHERE ($1::boolean IS NULL OR (closed_at IS NULL) = $1)
              AND ($2::uuid IS NULL OR device_id = $2) AND ($3::text IS NULL OR kind = $3)
              AND ($4::timestamptz IS NULL OR (since, id) < ($4, $5::uuid))
            ORDER BY since DESC, id DESC LIMIT $6
            """;
    private static final String CLOSE =
            """
            UPDATE device_concern SET closed_at = coalesce(closed_at, now()),
              closed_by = coalesce(closed_by, $2), note = coalesce(note, $3)
            WHERE id = $1 RETURNING *
            """;
    private static final String SILENT =
            """
            INSERT INTO device_concern (id, device_id, kind, detail, since, last_at)
            SELECT gen_random_uuid(), h.id, 'silent', 'it is heard no more', h.quiet_since, now()
            FROM device_health h WHERE h.silent AND NOT EXISTS (
              SELECT FROM device_concern c WHERE c.device_id = h.id AND c.kind = 'silent'
                AND (c.closed_at IS NULL OR c.closed_at >= h.quiet_since))
            ORDER BY h.id
            ON CONFLICT (device_id, kind) WHERE closed_at IS NULL DO NOTHING
            """;
    private static final String OVER =
            """
            UPDATE device_concern c SET closed_at = now(), closed_by = 'system'
            FROM device d WHERE d.id = c.device_id AND c.closed_at IS NULL AND (
              c.kind = 'silent' AND (d.last_seen_at > c.last_at OR d.disabled_at IS NOT NULL
                OR NOT EXISTS (
                  SELECT FROM assignment a WHERE a.device_id = d.id AND a.during @> now()))
              OR c.kind = 'battery-low' AND d.battery > 20
              OR c.kind = 'credential-expiring' AND EXISTS (
                SELECT FROM credential n WHERE n.device_id = d.id AND n.made_at > c.last_at))
            """;

    private final Pool pool;

    @Inject
    PgDeviceDesk(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> note(List<Told> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(NOTE)
                .execute(
                        Tuple.tuple()
                                .addValue(told.stream().map(Told::id).toArray(UUID[]::new))
                                .addValue(told.stream().map(Told::deviceId).toArray(UUID[]::new))
                                .addValue(Columns.texts(told, Told::kind))
                                .addValue(Columns.texts(told, Told::detail))
                                .addValue(Columns.times(told, Told::at)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Page<DeviceConcern>> page(Filter filter, int limit, @Nullable Cursor after) {
        return pool.preparedQuery(PAGE)
                .execute(
                        Tuple.of(filter.open(), filter.deviceId(), filter.kind())
                                .addValue(after == null ? null : Columns.time(after.at()))
                                .addUUID(after == null ? null : after.id())
                                .addInteger(limit + 1))
                .map(rows -> Pages.of(all(rows), limit, c -> new Cursor(c.since(), c.id())));
    }

    @Override
    public Uni<Optional<DeviceConcern>> close(UUID id, String by, @Nullable String note) {
        return pool.preparedQuery(CLOSE)
                .execute(Tuple.of(id, by, note))
                .map(rows -> all(rows).stream().findFirst());
    }

    @Override
    public Uni<Void> turn() {
        return pool.query(OVER)
                .execute()
                .chain(() -> pool.query(SILENT).execute())
                .replaceWithVoid();
    }

    private static List<DeviceConcern> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PgDeviceDesk::concern).toList();
    }

    private static DeviceConcern concern(Row row) {
        return new DeviceConcern(
                Objects.requireNonNull(row.getUUID("id")),
                Objects.requireNonNull(row.getUUID("device_id")),
                Objects.requireNonNull(row.getString("kind")),
                Objects.requireNonNull(row.getString("detail")),
                Columns.instant(row, "since"),
                Columns.instant(row, "last_at"),
                row.getValue("closed_at") == null
                        ? null
                        : new DeviceConcern.Closed(
                                Columns.instant(row, "closed_at"),
                                Objects.requireNonNull(row.getString("closed_by")),
                                row.getString("note")));
    }
}
