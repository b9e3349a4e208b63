package org.homeward.ingest.db.correction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.db.Keys;
import org.homeward.ingest.db.ReadingColumns;

/// [Corrections] on PostgreSQL.
@ApplicationScoped
class PgCorrections implements Corrections {
    /// Earlier versions are kept as rows of the view; what it did not have then is null.
    private static final String VERSIONS =
            """
            SELECT r.*, null AS replaced_by, null AS confirmed_by, null::timestamptz AS replaced_at,
              null AS reason, null AS note
            FROM reading r
            WHERE drawer(r.reading_id) = drawer($1::uuid) AND r.reading_id = $1 AND r.patient_id = $2
            UNION ALL
            SELECT (jsonb_populate_record(null::reading, h.reading)).*, h.replaced_by,
              h.confirmed_by, h.replaced_at, h.reason, h.note
            FROM reading_history h
            WHERE h.reading_id = $1 AND h.reading ->> 'patient_id' = $2::uuid::text
            ORDER BY measured_at DESC, version DESC
            """;

    private final Pool pool;
    private final Keys keys;

    @Inject
    PgCorrections(Pool pool, Keys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    @Override
    public Uni<Optional<Decision>> change(
            UUID patientId, UUID readingId, Function<Standing, Decision> decide) {
        return pool.withTransaction(
                c ->
                        StandingRows.lock(c, patientId, readingId)
                                .chain(
                                        found ->
                                                found.isEmpty()
                                                        ? Uni.createFrom().item(Optional.empty())
                                                        : carryOut(c, found.get(), decide)));
    }

    private Uni<Optional<Decision>> carryOut(
            SqlConnection c, StandingRows.Locked locked, Function<Standing, Decision> decide) {
        Decision decision = decide.apply(locked.standing());
        Uni<? extends Decision> done =
                switch (decision) {
                    case Replacement made ->
                            StandingRows.replace(c, keys, locked.key(), made).replaceWith(made);
                    case Ask ask -> SecondLookRows.insert(c, ask.look()).map(Ask::new);
                };
        return done.map(Optional::of);
    }

    @Override
    public Uni<List<Version>> versions(UUID patientId, UUID readingId) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(readingId, patientId))
                .map(
                        rows -> {
                            List<Version> out = new ArrayList<>();
                            rows.forEach(
                                    row ->
                                            out.add(
                                                    new Version(
                                                            ReadingColumns.reading(row),
                                                            StandingRows.change(row))));
                            return out;
                        });
    }
}
