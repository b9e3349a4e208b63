package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.ReadingColumns;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.reading.Reading;

/// Rows of `reading`: written by one statement a batch, found by their key.
final class ReadingRows {
    private static final String INSERT =
            """
            INSERT INTO reading (reading_id, patient_id, device_id, version, measured_at,
              received_at, recorded_at, code, value, unit, special, source_code, source_value,
              source_unit, components, time_quality, validity, flags, context, offset_minutes,
              path, content)
            SELECT i, p, d, v, m, r, t, c, n::numeric, u, s, sc, sn::numeric, su, k::jsonb, q, y,
              string_to_array(f, ','), x::jsonb, o::smallint, w, h
            FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[],
              $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[], $10::text[],
              $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[],
              $17::text[], $18::text[], $19::text[], $20::int[], $21::text[], $22::bigint[])
              AS u (i, p, d, v, m, r, t, c, n, u, s, sc, sn, su, k, q, y, f, x, o, w, h)
            ON CONFLICT DO NOTHING RETURNING reading_id
            """;
    private static final String FIND =
            """
            SELECT r.* FROM unnest($1::timestamptz[], $2::uuid[]) AS k (m, i)
            JOIN reading r ON r.measured_at = k.m AND r.reading_id = k.i
            """;

    private ReadingRows() {}

    /// Inserts and returns what was already there under the same key.
    static Uni<Map<UUID, Known.Earlier>> insert(
            SqlClient c, List<BatchPlan.Pending<Reading>> pending) {
        if (pending.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Reading> readings = pending.stream().map(BatchPlan.Pending::item).toList();
        return c.preparedQuery(INSERT)
                .execute(ReadingColumns.of(readings))
                .chain(inserted -> present(c, readings, inserted));
    }

    private static Uni<Map<UUID, Known.Earlier>> present(
            SqlClient c, List<Reading> readings, RowSet<Row> inserted) {
        if (inserted.size() == readings.size()) {
            return Uni.createFrom().item(Map.of());
        }
        Set<UUID> fresh = new HashSet<>();
        inserted.forEach(row -> fresh.add(row.getUUID(0)));
        Map<UUID, Known.Earlier> there = new HashMap<>();
        readings.stream()
                .filter(r -> !fresh.contains(r.id()))
                .forEach(
                        r ->
                                there.put(
                                        r.id(),
                                        new Known.Earlier(r.times().measured(), r.content())));
        return c.preparedQuery(FIND)
                .execute(keys(there))
                .invoke(
                        rows ->
                                rows.forEach(
                                        row ->
                                                there.put(
                                                        row.getUUID("reading_id"),
                                                        KnownRows.earlier(row))))
                .replaceWith(there);
    }

    static Uni<List<Reading>> find(SqlClient c, Map<UUID, Known.Earlier> keys) {
        return c.preparedQuery(FIND)
                .execute(keys(keys))
                .map(
                        rows -> {
                            List<Reading> out = new ArrayList<>();
                            rows.forEach(row -> out.add(ReadingColumns.reading(row)));
                            return out;
                        });
    }

    private static Tuple keys(Map<UUID, Known.Earlier> keys) {
        List<Map.Entry<UUID, Known.Earlier>> entries = List.copyOf(keys.entrySet());
        return Tuple.of(
                Columns.times(entries, e -> e.getValue().measured()),
                entries.stream().map(Map.Entry::getKey).toArray(UUID[]::new));
    }
}
