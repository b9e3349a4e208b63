package org.homeward.ingest.db.refusal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.redrive.RedriveByFilter;
import org.homeward.ingest.redrive.RedriveJob;
import org.homeward.ingest.redrive.RedriveJobs;
import org.homeward.ingest.redrive.RefusalFilter;

/// [RedriveJobs] on PostgreSQL.
@ApplicationScoped
class PgRedriveJobs implements RedriveJobs {
    private static final String OPEN =
            """
            WITH found AS (
              SELECT count(*)::integer AS n FROM (
                SELECT FROM refusal WHERE %s AND outcome IS DISTINCT FROM 'accepted' LIMIT $8::integer + 1) AS f)
            INSERT INTO redrive (id, device_id, reason, from_at, to_at, text, made_at, made_by, total)
            SELECT $6::uuid, $1, $2, $3, $4, $5, now(), $7::text, n FROM found WHERE n <= $8::integer
            RETURNING *
            """
                    .formatted(RefusalColumns.FILTER);
    private static final String FIND = "SELECT * FROM redrive WHERE id = $1";
    private static final String LEASE =
            """
            UPDATE redrive SET leased_until = now() + interval '2 minutes'
            WHERE id = (
              SELECT id FROM redrive
              WHERE finished_at IS NULL AND (leased_until IS NULL OR leased_until < now())
              ORDER BY made_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;

    /// What was accepted since the job began was so by the job, interrupted before it was counted.
    private static final String PORTION =
            "SELECT id FROM refusal WHERE "
                    + RefusalColumns.FILTER
                    + """
              AND stored_at <= $6 AND (outcome IS DISTINCT FROM 'accepted' OR redriven_at >= $6)
              AND ($7::timestamptz IS NULL OR (received_at, id) > ($7, $8::uuid))
            ORDER BY received_at, id LIMIT $9
            """;

    private static final String COUNT =
            """
            UPDATE redrive j SET after_at = r.received_at, after_id = r.id,
              accepted = accepted + ($3::text = 'accepted')::integer,
              refused = refused + ($3::text = 'refused')::integer,
              skipped = skipped + ($3::text = 'skipped')::integer
            FROM refusal r WHERE j.id = $1 AND r.id = $2
            """;
    private static final String LEAVE =
            """
            UPDATE redrive SET leased_until = NULL,
              finished_at = CASE WHEN $2 THEN coalesce(finished_at, now()) END
            WHERE id = $1
            """;

    private final Pool pool;

    @Inject
    PgRedriveJobs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<RedriveJob>> open(UUID id, RefusalFilter filter, String by, int most) {
        return pool.preparedQuery(OPEN)
                .execute(RefusalColumns.values(filter).addUUID(id).addString(by).addInteger(most))
                .map(PgRedriveJobs::job);
    }

    @Override
    public Uni<Optional<RedriveJob>> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PgRedriveJobs::job);
    }

    @Override
    public Uni<Optional<Portion>> next(int most) {
        return pool.query(LEASE)
                .execute()
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().item(Optional.empty())
                                        : portion(rows.iterator().next(), most));
    }

    private Uni<Optional<Portion>> portion(Row row, int most) {
        RedriveJob job = job(row);
        Tuple values =
                RefusalColumns.values(job.filter())
                        .addValue(Columns.time(job.made().at()))
                        .addValue(row.getOffsetDateTime("after_at"))
                        .addUUID(row.getUUID("after_id"))
                        .addInteger(most);
        return pool.preparedQuery(PORTION)
                .execute(values)
                .map(rows -> Optional.of(new Portion(job.id(), job.made().by(), ids(rows))));
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Objects.requireNonNull(row.getUUID("id")))
                .toList();
    }

    @Override
    public Uni<Void> count(UUID job, UUID refusal, RedriveByFilter.Count as) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(job, refusal, as.name().toLowerCase(Locale.ROOT)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> leave(UUID job, boolean finished) {
        return pool.preparedQuery(LEAVE).execute(Tuple.of(job, finished)).replaceWithVoid();
    }

    private static Optional<RedriveJob> job(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PgRedriveJobs::job).findFirst();
    }

    private static RedriveJob job(Row row) {
        return new RedriveJob(
                Objects.requireNonNull(row.getUUID("id")),
                new RefusalFilter(
                        row.getUUID("device_id"),
                        row.getString("reason"),
                        Columns.instantOrNull(row, "from_at"),
                        Columns.instantOrNull(row, "to_at"),
                        row.getString("text")),
                new RedriveJob.Made(
                        Columns.instant(row, "made_at"),
                        Objects.requireNonNull(row.getString("made_by"))),
                row.getInteger("total"),
                row.getInteger("accepted"),
                row.getInteger("refused"),
                row.getInteger("skipped"),
                Columns.instantOrNull(row, "finished_at"));
    }
}
