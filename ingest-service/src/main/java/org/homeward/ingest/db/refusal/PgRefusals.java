package org.homeward.ingest.db.refusal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Pages;
import org.homeward.ingest.redrive.KeptRefusal;
import org.homeward.ingest.redrive.RedriveStore;
import org.homeward.ingest.redrive.RefusalFilter;
import org.homeward.ingest.redrive.Refusals;
import org.homeward.ingest.redrive.Way;
import org.jspecify.annotations.Nullable;

/// [Refusals] and [RedriveStore] on PostgreSQL.
@ApplicationScoped
class PgRefusals implements Refusals, RedriveStore {
    private static final String PAGE =
            "SELECT * FROM refusal WHERE "
                    + RefusalColumns.FILTER
                    + """
              AND ($6::timestamptz IS NULL OR (received_at, id) < ($6, $7::uuid))
            ORDER BY received_at DESC, id DESC LIMIT $8
            """;
    private static final String FIND = "SELECT * FROM refusal WHERE id = $1";
    private static final String CLAIM =
            """
            UPDATE refusal SET outcome = 'sending', outcome_detail = NULL, redriven_at = now(),
              redriven_by = $2
            WHERE id = $1 AND (outcome IS NULL OR outcome = 'refused'
              OR outcome = 'sending' AND redriven_at < now() - interval '1 minute')
            """;
    private static final String SETTLE =
            """
            UPDATE refusal SET outcome = $2, outcome_detail = $3 WHERE id = $1 AND outcome = 'sending'
            """;

    private final Pool pool;

    @Inject
    PgRefusals(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<KeptRefusal>> page(RefusalFilter filter, int limit, @Nullable Cursor after) {
        Tuple values =
                RefusalColumns.values(filter)
                        .addValue(after == null ? null : Columns.time(after.at()))
                        .addUUID(after == null ? null : after.id())
                        .addInteger(limit + 1);
        return pool.preparedQuery(PAGE)
                .execute(values)
                .map(
                        rows -> {
                            List<KeptRefusal> out = new ArrayList<>(rows.size());
                            rows.forEach(row -> out.add(RefusalColumns.kept(row)));
                            return Pages.of(out, limit, PgRefusals::cursor);
                        });
    }

    private static Cursor cursor(KeptRefusal kept) {
        return new Cursor(kept.refusal().received(), kept.refusal().id());
    }

    @Override
    public Uni<Optional<KeptRefusal>> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(RefusalColumns::kept)
                                        .findFirst());
    }

    @Override
    public Uni<Boolean> claim(UUID id, String by) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(id, by)).map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Void> settle(UUID id, Way.Verdict verdict) {
        String outcome = verdict.fault() == null ? "accepted" : "refused";
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(id, outcome, verdict.fault()))
                .replaceWithVoid();
    }
}
