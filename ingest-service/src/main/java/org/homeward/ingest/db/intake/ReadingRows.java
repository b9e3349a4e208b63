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
import org.homeward.ingest.correction.Voiding;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keyed;
import org.homeward.ingest.db.ReadingColumns;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.reading.Reading;

/// Rows of readings: written by one statement a batch, found by their key.
final class ReadingRows {
    private static final String INSERT =
            """
            INSERT INTO reading_row (measured_at, received_at, reading_id, patient, device, content,
              recorded_ms, quantity, version, marks, offset_minutes, value, more)
            SELECT m, r, i, p, d, h, t, q, v, y, o, n::numeric, x::jsonb
            FROM unnest($1::timestamptz[], $2::timestamptz[], $3::uuid[], $4::int[], $5::int[],
              $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::text[],
              $13::text[]) AS u (m, r, i, p, d, h, t, q, v, y, o, n, x)
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
            SqlClient c, List<BatchPlan.Pending<Reading>> pending, Keyed keys) {
        if (pending.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Reading> readings = pending.stream().map(BatchPlan.Pending::item).toList();
        return c.preparedQuery(INSERT)
                .execute(ReadingColumns.of(readings, keys))
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

    /// Those that are to be told again. What was voided is told by its own event, and a repetition
    /// of the device's does not revive it.
    static Uni<List<Reading>> find(SqlClient c, Map<UUID, Known.Earlier> keys) {
        return c.preparedQuery(FIND)
                .execute(keys(keys))
                .map(
                        rows -> {
                            List<Reading> out = new ArrayList<>();
                            rows.forEach(row -> out.add(ReadingColumns.reading(row)));
                            out.removeIf(r -> r.flags().contains(Voiding.FLAG));
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
