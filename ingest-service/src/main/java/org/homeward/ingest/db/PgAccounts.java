package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.Accounts;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.jspecify.annotations.Nullable;

/// [Accounts] on PostgreSQL.
@ApplicationScoped
class PgAccounts implements Accounts {
    /// Unaccounted are items without a fate and offsets between two ranges, before the first or
    /// after the last.
    private static final String CONSERVATION =
            """
            WITH r AS (
              SELECT partition, to_offset, items - stored - duplicate - quarantined - refused
                  - conflict AS lost,
                from_offset - lag(to_offset) OVER (PARTITION BY partition ORDER BY from_offset)
                  AS hole
              FROM log_range
            ), s AS (
              SELECT partition, sum(abs(lost)) + sum(abs(coalesce(hole, 0))) AS lost,
                max(to_offset) AS last
              FROM r GROUP BY partition
            ), f AS (
              SELECT partition, min(from_offset) AS first FROM log_range GROUP BY partition)
            SELECT p.*, coalesce(s.lost + abs(p.position - s.last) + abs(f.first - p.first),
              p.position - p.first)::bigint AS unaccounted
            FROM log_position p LEFT JOIN s USING (partition) LEFT JOIN f USING (partition)
            ORDER BY partition
            """;

    private static final String REFUSALS =
            """
            SELECT * FROM refusal
            WHERE ($1::uuid IS NULL OR device_id = $1) AND ($2::text IS NULL OR $2 = ANY(reasons))
              AND ($3::timestamptz IS NULL OR (received_at, id) < ($3, $4::uuid))
            ORDER BY received_at DESC, id DESC LIMIT $5
            """;

    private final Pool pool;

    @Inject
    PgAccounts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Partition>> conservation() {
        return pool.query(CONSERVATION)
                .execute()
                .map(
                        rows -> {
                            List<Partition> out = new ArrayList<>(rows.size());
                            rows.forEach(row -> out.add(partition(row)));
                            return out;
                        });
    }

    private static Partition partition(Row row) {
        return new Partition(
                row.getInteger("partition"),
                row.getLong("position"),
                row.getLong("items"),
                row.getLong("stored"),
                row.getLong("duplicate"),
                row.getLong("quarantined"),
                row.getLong("refused"),
                row.getLong("conflict"),
                row.getLong("unaccounted"));
    }

    @Override
    public Uni<Page<Refusal>> refusals(
            @Nullable UUID deviceId, @Nullable String reason, int limit, @Nullable Cursor after) {
        return pool.preparedQuery(REFUSALS)
                .execute(
                        Tuple.of(
                                deviceId,
                                reason,
                                after == null ? null : Columns.time(after.at()),
                                after == null ? null : after.id(),
                                limit + 1))
                .map(
                        rows -> {
                            List<Refusal> out = new ArrayList<>(rows.size());
                            rows.forEach(row -> out.add(refusal(row)));
                            return Pages.of(out, limit, r -> new Cursor(r.received(), r.id()));
                        });
    }

    private static Refusal refusal(Row row) {
        @Nullable String path = row.getString("path");
        return new Refusal(
                Objects.requireNonNull(row.getUUID("id")),
                row.getUUID("device_id"),
                List.of(row.getArrayOfStrings("reasons")),
                Objects.requireNonNull(row.getString("detail")),
                row.getInteger("item"),
                path == null ? null : Path.valueOf(path),
                Objects.requireNonNull(row.getString("payload_type")),
                row.getBuffer("payload").getBytes(),
                row.getBoolean("truncated"),
                Columns.instant(row, "received_at"));
    }
}
