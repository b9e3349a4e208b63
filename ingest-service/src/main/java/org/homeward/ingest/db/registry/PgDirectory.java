package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Pages;
import org.homeward.ingest.device.Device;
import org.homeward.ingest.device.Traces;
import org.homeward.ingest.device.Udi;
import org.homeward.ingest.registry.Directory;
import org.jspecify.annotations.Nullable;

/// [Directory] on PostgreSQL.
@ApplicationScoped
class PgDirectory implements Directory {
    private static final String SELECT =
            """
            SELECT d.*, (SELECT json_agg(json_build_object('id', a.id, 'patient', a.patient_id,
                'from', lower(a.during), 'until', upper(a.during), 'version', a.version)
                ORDER BY lower(a.during))
              FROM assignment a WHERE a.device_id = d.id) AS worn,
              (SELECT f.firmware FROM device_firmware f WHERE f.device_id = d.id
               ORDER BY f.since DESC LIMIT 1) AS firmware
            FROM device d
            """;
    private static final String PAGE =
            SELECT
                    + """
            WHERE ($1::uuid IS NULL OR d.id IN (
                SELECT device_id FROM assignment WHERE patient_id = $1))
              AND ($2::timestamptz IS NULL OR (d.registered_at, d.id) < ($2, $3::uuid))
            ORDER BY d.registered_at DESC, d.id DESC LIMIT $4
            """;

    private final Pool pool;

    @Inject
    PgDirectory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Device>> find(UUID id) {
        return pool.preparedQuery(SELECT + "WHERE d.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> devices(rows).stream().findFirst());
    }

    @Override
    public Uni<Page<Device>> page(@Nullable UUID patientId, int limit, @Nullable Cursor after) {
        return pool.preparedQuery(PAGE)
                .execute(
                        Tuple.of(
                                patientId,
                                after == null ? null : Columns.time(after.at()),
                                after == null ? null : after.id(),
                                limit + 1))
                .map(
                        rows ->
                                Pages.of(
                                        devices(rows),
                                        limit,
                                        d -> new Cursor(d.registeredAt(), d.id())));
    }

    private static List<Device> devices(RowSet<Row> rows) {
        List<Device> out = new ArrayList<>(rows.size());
        rows.forEach(row -> out.add(device(row)));
        return out;
    }

    private static Device device(Row row) {
        return new Device(
                Objects.requireNonNull(row.getUUID("id")),
                new Device.Description(
                        Objects.requireNonNull(row.getString("kind")),
                        row.getString("manufacturer"),
                        row.getString("model"),
                        row.getString("serial"),
                        row.getString("label")),
                row.getValue("disabled_at") != null,
                Columns.instant(row, "registered_at"),
                Columns.instantOrNull(row, "last_seen_at"),
                row.getInteger("battery"),
                row.getString("profile"),
                traces(row),
                clock(row),
                worn(row.getJsonArray("worn")));
    }

    private static Traces traces(Row row) {
        String udi = row.getString("udi");
        return new Traces(
                udi == null ? null : Udi.read(udi).orElse(null),
                row.getString("firmware"),
                row.getLocalDate("calibration_due"));
    }

    private static Device.@Nullable Clock clock(Row row) {
        Instant checkedAt = Columns.instantOrNull(row, "clock_checked_at");
        return checkedAt == null
                ? null
                : new Device.Clock(
                        row.getInteger("clock_offset"),
                        checkedAt,
                        Columns.instantOrNull(row, "clock_wrong_since"));
    }

    private static List<Device.Wearing> worn(@Nullable JsonArray worn) {
        return worn == null
                ? List.of()
                : worn.stream().map(JsonObject.class::cast).map(PgDirectory::wearing).toList();
    }

    private static Device.Wearing wearing(JsonObject json) {
        return new Device.Wearing(
                UUID.fromString(json.getString("id")),
                UUID.fromString(json.getString("patient")),
                time(json.getString("from")),
                time(json.getString("until")),
                json.getInteger("version"));
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
