package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.reading.Arrival;

/// Rows of `quarantine`: readings of devices that were nobody's, as they were sent.
final class QuarantineRows {
    private static final String INSERT =
            """
            INSERT INTO quarantine (reading_id, device_id, measured_at, received_at, recorded_at,
              path, content, payload)
            SELECT i, d, m, r, t, p, c, s::jsonb
            FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[],
              $5::timestamptz[], $6::text[], $7::bigint[], $8::text[])
              AS u (i, d, m, r, t, p, c, s)
            ON CONFLICT DO NOTHING RETURNING reading_id
            """;
    private static final String FIND =
            "SELECT reading_id, measured_at, content FROM quarantine WHERE reading_id = ANY($1)";

    private QuarantineRows() {}

    /// Inserts and returns what was already waiting under the same id.
    static Uni<Map<UUID, Known.Earlier>> insert(
            SqlClient c, List<BatchPlan.Pending<Arrival>> pending) {
        if (pending.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Arrival> all = pending.stream().map(BatchPlan.Pending::item).toList();
        Tuple values =
                Tuple.tuple()
                        .addValue(all.stream().map(Arrival::id).toArray(UUID[]::new))
                        .addValue(all.stream().map(Arrival::deviceId).toArray(UUID[]::new))
                        .addValue(Columns.times(all, Arrival::measured))
                        .addValue(Columns.times(all, Arrival::received))
                        .addValue(Columns.times(all, Arrival::recorded))
                        .addValue(Columns.texts(all, a -> a.path().name()))
                        .addValue(
                                pending.stream()
                                        .map(BatchPlan.Pending::content)
                                        .toArray(Long[]::new))
                        .addValue(Columns.texts(all, a -> SentJson.write(a.sent()).encode()));
        return c.preparedQuery(INSERT)
                .execute(values)
                .chain(
                        inserted ->
                                inserted.size() == all.size()
                                        ? Uni.createFrom().item(Map.of())
                                        : present(c, all, inserted));
    }

    private static Uni<Map<UUID, Known.Earlier>> present(
            SqlClient c,
            List<Arrival> all,
            io.vertx.mutiny.sqlclient.RowSet<io.vertx.mutiny.sqlclient.Row> inserted) {
        java.util.Set<UUID> fresh = new java.util.HashSet<>();
        inserted.forEach(row -> fresh.add(row.getUUID(0)));
        UUID[] there =
                all.stream()
                        .map(Arrival::id)
                        .filter(id -> !fresh.contains(id))
                        .toArray(UUID[]::new);
        return c.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(there))
                .map(
                        rows -> {
                            Map<UUID, Known.Earlier> out = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            out.put(
                                                    row.getUUID("reading_id"),
                                                    KnownRows.earlier(row)));
                            return out;
                        });
    }
}
