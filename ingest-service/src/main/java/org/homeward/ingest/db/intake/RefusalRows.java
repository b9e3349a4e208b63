package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;

/// Rows of `refusal`. A refusal that came before stays as it is.
final class RefusalRows {
    private static final String INSERT =
            """
            INSERT INTO refusal (id, device_id, reasons, detail, item, path, payload_type, payload,
              truncated, received_at, best_effort, relayed_by)
            SELECT i, d, string_to_array(r, ','), t, n, p, y, b, c, a, e, h
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[],
              $7::text[], $8::bytea[], $9::boolean[], $10::timestamptz[],
              $11::boolean[], $12::uuid[])
              AS u (i, d, r, t, n, p, y, b, c, a, e, h)
            """;
    private static final String FIRST = INSERT + "ON CONFLICT DO NOTHING";

    /// What went through its door again and is refused here says so.
    private static final String AGAIN =
            INSERT
                    + """
            ON CONFLICT (id) DO UPDATE SET outcome = 'refused', outcome_detail = excluded.detail
            WHERE refusal.outcome IN ('sending', 'accepted')
            """;

    private RefusalRows() {}

    /// Keeps what was refused at a door.
    static Uni<Void> keep(SqlClient c, List<Refusal> refusals) {
        return insert(c, FIRST, refusals);
    }

    /// Keeps what is refused where it would be stored, which has passed a door.
    static Uni<Void> insert(SqlClient c, List<Refusal> refusals) {
        return insert(c, AGAIN, refusals);
    }

    private static Uni<Void> insert(SqlClient c, String statement, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values =
                Tuple.tuple()
                        .addValue(refusals.stream().map(Refusal::id).toArray(UUID[]::new))
                        .addValue(refusals.stream().map(Refusal::deviceId).toArray(UUID[]::new))
                        .addValue(Columns.texts(refusals, r -> String.join(",", r.reasons())))
                        .addValue(Columns.texts(refusals, Refusal::detail))
                        .addValue(refusals.stream().map(Refusal::index).toArray(Integer[]::new))
                        .addValue(
                                Columns.texts(
                                        refusals, r -> r.path() == null ? null : r.path().name()))
                        .addValue(Columns.texts(refusals, Refusal::payloadType))
                        .addValue(
                                refusals.stream()
                                        .map(r -> Buffer.buffer(r.payload()))
                                        .toArray(Buffer[]::new))
                        .addValue(refusals.stream().map(Refusal::truncated).toArray(Boolean[]::new))
                        .addValue(Columns.times(refusals, Refusal::received))
                        .addValue(bestEffort(refusals))
                        .addValue(refusals.stream().map(Refusal::relayedBy).toArray(UUID[]::new));
        return c.preparedQuery(statement).execute(values).replaceWithVoid();
    }

    /// Null where it is not so, as in rows that were there before the column was.
    private static @Nullable Boolean[] bestEffort(List<Refusal> refusals) {
        return refusals.stream()
                .map(r -> r.bestEffort() ? Boolean.TRUE : null)
                .toArray(Boolean[]::new);
    }
}
