package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.homeward.ingest.Accounts;

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
}
