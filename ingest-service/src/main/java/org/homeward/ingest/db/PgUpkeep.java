package org.homeward.ingest.db;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.Upkeep;
import org.jboss.logging.Logger;

/// [Upkeep] on PostgreSQL.
@ApplicationScoped
class PgUpkeep implements Upkeep {
    private static final Logger LOG = Logger.getLogger(PgUpkeep.class);
    private static final String MONTHS =
            "SELECT ensure_months(now()::date, (now() + interval '3 months')::date)";

    /// What a person has corrected is never forgotten: sent again it would come back as it was.
    private static final String FORGET =
            """
            DELETE FROM message WHERE reading_id IN (
              SELECT m.reading_id FROM message m WHERE m.received_at < $1
                AND NOT EXISTS (SELECT FROM reading_history h WHERE h.reading_id = m.reading_id)
              LIMIT 10000)
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

    /// To count a month takes its time; to wait for its lock does not, since all writers wait
    /// behind us.
    private static final String PATIENCE =
            "SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '2s', true)";

    private static final String DROP = "SELECT month, readings FROM drop_month($1)";
    private static final String DROP_OLD = "SELECT month, readings FROM drop_old_month($1)";

    private final Pool pool;
    private final IngestConfig config;
    private final Counter dropped;

    @Inject
    PgUpkeep(Pool pool, IngestConfig config, MeterRegistry meters) {
        this.pool = pool;
        this.config = config;
        this.dropped = meters.counter("homeward.ingest.readings.dropped");
    }

    @Override
    public Uni<Void> tidy() {
        Uni<Void> months = pool.query(MONTHS).execute().replaceWithVoid();
        Uni<Void> join = pool.query(JOIN).execute().replaceWithVoid();
        return Uni.join()
                .all(months, Uni.createFrom().deferred(this::forget), join, obeyPolicy())
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .replaceWithVoid();
    }

    /// In portions, since millions may have come on one day.
    private Uni<Void> forget() {
        Instant oldest = Instant.now().minus(config.pipeline().messageMemory());
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.preparedQuery(FORGET).execute(Tuple.of(Columns.time(oldest))))
                .whilst(rows -> rows.rowCount() > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> obeyPolicy() {
        return config.keepReadings()
                .map(
                        kept ->
                                dropBefore(LocalDate.now(ZoneOffset.UTC).minus(kept))
                                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<List<Dropped>> dropBefore(LocalDate day) {
        return dropAll(DROP, day)
                .chain(
                        months ->
                                dropAll(DROP_OLD, day)
                                        .map(
                                                old ->
                                                        Stream.of(months, old)
                                                                .flatMap(List::stream)
                                                                .toList()));
    }

    private Uni<List<Dropped>> dropAll(String next, LocalDate day) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(c -> drop(c, next, day)))
                .whilst(Optional::isPresent)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .invoke(this::tell)
                .collect()
                .asList();
    }

    private static Uni<Optional<Dropped>> drop(SqlConnection c, String next, LocalDate day) {
        return c.query(PATIENCE)
                .execute()
                .chain(() -> c.preparedQuery(next).execute(Tuple.of(day)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(r -> new Dropped(r.getLocalDate(0), r.getLong(1)))
                                        .findFirst());
    }

    private void tell(Dropped month) {
        LOG.infof(
                "by policy %d readings of %tY-%<tm are dropped; their rollups stay",
                month.readings(), month.month());
        dropped.increment((double) month.readings());
    }
}
