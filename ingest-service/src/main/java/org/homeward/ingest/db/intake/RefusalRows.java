package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.reading.Refusal;

/// Rows of `refusal`. A refusal that came before stays as it is.
final class RefusalRows {
    private static final String INSERT =
            """
            INSERT INTO refusal (id, device_id, reasons, detail, item, path, payload_type, payload,
              truncated, received_at)
            SELECT i, d, string_to_array(r, ','), t, n, p, y, b, c, a
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[],
              $7::text[], $8::bytea[], $9::boolean[], $10::timestamptz[])
              AS u (i, d, r, t, n, p, y, b, c, a)
            ON CONFLICT DO NOTHING
            """;

    private RefusalRows() {}

    static Uni<Void> insert(SqlClient c, List<Refusal> refusals) {
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
                        .addValue(Columns.times(refusals, Refusal::received));
        return c.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }
}
