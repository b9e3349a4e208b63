package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.Upkeep;

/// [Upkeep] on PostgreSQL.
@ApplicationScoped
class PgUpkeep implements Upkeep {
    private static final String MONTHS =
            "SELECT ensure_months(now()::date, (now() + interval '3 months')::date)";

    /// What a person has corrected is never forgotten: sent again it would come back as it was.
    private static final String FORGET =
            """
            DELETE FROM message m WHERE m.received_at < $1
              AND NOT EXISTS (SELECT FROM reading_history h WHERE h.reading_id = m.reading_id)
            """;

    /// Only ranges that touch are joined: a hole must stay visible.
    private static final String JOIN =
            """
            WITH g AS (
              SELECT partition, date_trunc('hour', at) AS hour, min(from_offset) AS first,
                max(to_offset) AS last, sum(items) AS items, sum(stored) AS stored,
                sum(duplicate) AS duplicate, sum(quarantined) AS quarantined,
                sum(refused) AS refused, sum(conflict) AS conflict
              FROM log_range WHERE at < date_trunc('hour', now())
              GROUP BY 1, 2
              HAVING count(*) > 1
                AND sum(to_offset - from_offset) = max(to_offset) - min(from_offset)
            ), gone AS (
              DELETE FROM log_range r USING g WHERE r.partition = g.partition
                AND date_trunc('hour', r.at) = g.hour AND r.from_offset <> g.first
            )
            UPDATE log_range r SET to_offset = g.last, items = g.items, stored = g.stored,
              duplicate = g.duplicate, quarantined = g.quarantined, refused = g.refused,
              conflict = g.conflict
            FROM g WHERE r.partition = g.partition AND r.from_offset = g.first
            """;

    private final Pool pool;
    private final IngestConfig config;

    @Inject
    PgUpkeep(Pool pool, IngestConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public Uni<Void> tidy() {
        Instant oldest = Instant.now().minus(config.pipeline().messageMemory());
        return pool.query(MONTHS)
                .execute()
                .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of(Columns.time(oldest))))
                .chain(() -> pool.query(JOIN).execute())
                .replaceWithVoid();
    }
}
