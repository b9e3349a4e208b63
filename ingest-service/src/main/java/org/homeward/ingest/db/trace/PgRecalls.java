package org.homeward.ingest.db.trace;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Pages;
import org.homeward.ingest.trace.Recall;
import org.homeward.ingest.trace.Recalls;
import org.jspecify.annotations.Nullable;

/// [Recalls] on PostgreSQL. The same devices, wearers and readings stand behind every answer.
@ApplicationScoped
class PgRecalls implements Recalls {
    /// A device that is assigned and has measured nothing affects its wearer with no reading. A
    /// patient's readings are found by day, and only on the days when they wore the device.
    private static final String AFFECTING =
            """
            WITH named AS MATERIALIZED (
              SELECT d.* FROM device d
              WHERE ($1::text IS NULL OR lower(d.manufacturer) = lower($1))
                AND ($2::text IS NULL OR lower(d.model) = lower($2))
                AND ($3::text[] IS NULL OR d.serial = ANY ($3))
                AND ($4::text IS NULL OR d.udi_di = $4)
                AND ($5::text IS NULL OR EXISTS (
                  SELECT FROM firmware_stretch f WHERE f.device_id = d.id AND f.firmware = $5
                    AND f.during && tstzrange($6::timestamptz, $7::timestamptz)))
            ), worn AS MATERIALIZED (
              SELECT n.id AS device_id, n.key AS device, p.key AS patient, a.patient_id,
                a.during * asked.during AS during
              FROM named n JOIN assignment a ON a.device_id = n.id
              LEFT JOIN patient_key p ON p.patient_id = a.patient_id
              CROSS JOIN (SELECT %s AS during) AS asked
              WHERE a.during && asked.during
                AND ($5 IS NULL OR EXISTS (
                  SELECT FROM firmware_stretch f WHERE f.device_id = n.id AND f.firmware = $5
                    AND f.during && a.during))
            ), affected AS (
              SELECT w.device_id, w.patient_id, r.reading_id, r.measured_at, r.received_at,
                r.quantity
              FROM worn w
              JOIN reading_row r ON r.patient = w.patient AND r.device = w.device
                AND r.measured_at <@ w.during
                AND utc_day(r.measured_at) >= coalesce(utc_day(lower(w.during)), '-infinity')
                AND utc_day(r.measured_at) <= coalesce(utc_day(upper(w.during)), 'infinity')
                AND r.measured_at >= coalesce(lower(w.during), '-infinity')
                AND r.measured_at <= coalesce(upper(w.during), 'infinity')
              WHERE $5 IS NULL OR EXISTS (
                SELECT FROM firmware_stretch f WHERE f.device_id = w.device_id AND f.firmware = $5
                  AND (f.during @> r.measured_at OR f.during @> r.received_at))
            )
            """;

    private static final String AFFECTED = AFFECTING.formatted("tstzrange($6, $7)");

    /// A page goes back from its cursor, and so do the assignments and days that are looked at.
    private static final String AFFECTED_BEFORE =
            AFFECTING.formatted("tstzrange($6, $7) * tstzrange(NULL, $8, '[]')");

    private static final String EXTENT =
            AFFECTED
                    + """
            SELECT (SELECT count(*) FROM named) AS devices,
              (SELECT count(DISTINCT patient_id) FROM worn) AS patients,
              (SELECT count(*) FROM affected) AS readings,
              (SELECT count(*) FROM quarantine q JOIN named n ON n.id = q.device_id
               WHERE q.released_at IS NULL AND q.measured_at <@ tstzrange($6, $7)) AS waiting
            """;
    private static final String DEVICES =
            AFFECTED
                    + """
            SELECT n.id, n.manufacturer, n.model, n.serial, n.registered_at, (
              SELECT json_agg(json_build_object('patient', w.patient_id, 'readings', (
                  SELECT count(*) FROM affected a
                  WHERE a.device_id = n.id AND a.patient_id = w.patient_id))
                ORDER BY w.patient_id)
              FROM (SELECT DISTINCT patient_id FROM worn WHERE device_id = n.id) AS w) AS wearers
            FROM named n
            WHERE $8::timestamptz IS NULL OR (n.registered_at, n.id) < ($8, $9::uuid)
            ORDER BY n.registered_at DESC, n.id DESC LIMIT $10
            """;
    private static final String READINGS =
            AFFECTED_BEFORE
                    + """
            SELECT a.*, q.code FROM affected a JOIN quantity_key q ON q.key = a.quantity
            WHERE $8::timestamptz IS NULL OR (a.measured_at, a.reading_id) < ($8, $9::uuid)
            ORDER BY a.measured_at DESC, a.reading_id DESC LIMIT $10
            """;

    private final Pool pool;

    @Inject
    PgRecalls(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Extent> extent(Recall recall) {
        return pool.preparedQuery(EXTENT)
                .execute(values(recall))
                .map(
                        rows -> {
                            Row row = rows.iterator().next();
                            return new Extent(
                                    row.getLong("devices"),
                                    row.getLong("patients"),
                                    row.getLong("readings"),
                                    row.getLong("waiting"));
                        });
    }

    @Override
    public Uni<Page<Affected>> devices(Recall recall, int limit, @Nullable Cursor after) {
        return pool.preparedQuery(DEVICES)
                .execute(paged(recall, limit, after))
                .map(
                        rows ->
                                Pages.of(
                                        list(rows, PgRecalls::device),
                                        limit,
                                        d -> new Cursor(d.registeredAt(), d.deviceId())));
    }

    @Override
    public Uni<Page<AffectedReading>> readings(Recall recall, int limit, @Nullable Cursor after) {
        return pool.preparedQuery(READINGS)
                .execute(paged(recall, limit, after))
                .map(
                        rows ->
                                Pages.of(
                                        list(rows, PgRecalls::reading),
                                        limit,
                                        r -> new Cursor(r.measuredAt(), r.id())));
    }

    private static Tuple values(Recall recall) {
        List<String> serials = recall.serials();
        return Tuple.tuple()
                .addString(recall.manufacturer())
                .addString(recall.model())
                .addArrayOfString(serials == null ? null : serials.toArray(String[]::new))
                .addString(recall.di())
                .addString(recall.firmware())
                .addValue(time(recall.from()))
                .addValue(time(recall.to()));
    }

    private static Tuple paged(Recall recall, int limit, @Nullable Cursor after) {
        return values(recall)
                .addValue(after == null ? null : Columns.time(after.at()))
                .addUUID(after == null ? null : after.id())
                .addInteger(limit + 1);
    }

    private static @Nullable Object time(@Nullable Instant at) {
        return at == null ? null : Columns.time(at);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> item) {
        return StreamSupport.stream(rows.spliterator(), false).map(item).toList();
    }

    private static Affected device(Row row) {
        JsonArray wearers = row.getJsonArray("wearers");
        return new Affected(
                Objects.requireNonNull(row.getUUID("id")),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial"),
                Columns.instant(row, "registered_at"),
                wearers == null
                        ? List.of()
                        : wearers.stream()
                                .map(JsonObject.class::cast)
                                .map(PgRecalls::wearer)
                                .toList());
    }

    private static Wearer wearer(JsonObject json) {
        return new Wearer(UUID.fromString(json.getString("patient")), json.getLong("readings"));
    }

    private static AffectedReading reading(Row row) {
        return new AffectedReading(
                Objects.requireNonNull(row.getUUID("reading_id")),
                Objects.requireNonNull(row.getUUID("patient_id")),
                Objects.requireNonNull(row.getUUID("device_id")),
                Objects.requireNonNull(row.getString("code")),
                Columns.instant(row, "measured_at"),
                Columns.instant(row, "received_at"));
    }
}
