package org.homeward.ingest.db.attribution;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.homeward.ingest.attribution.AssignmentCorrection;
import org.homeward.ingest.attribution.AssignmentStore;
import org.homeward.ingest.attribution.Correction;
import org.homeward.ingest.attribution.Stretch;
import org.homeward.ingest.attribution.Worn;
import org.homeward.ingest.db.Columns;
import org.jspecify.annotations.Nullable;

/// [AssignmentStore] on PostgreSQL. The device's row is locked, so that its assignments change one
/// after the other.
@ApplicationScoped
class PgAssignmentStore implements AssignmentStore {
    private static final String LOCK = "SELECT id FROM device WHERE id = $1 FOR NO KEY UPDATE";

    /// What people enter by hand is one patient's for ever.
    private static final String FIND =
            """
            SELECT a.patient_id, lower(a.during) AS from_at, upper(a.during) AS until_at, a.version
            FROM assignment a JOIN device d ON d.id = a.device_id
            WHERE a.id = $1 AND a.device_id = $2 AND d.kind <> 'manual'
            """;

    private static final String TAKEN_BACK =
            """
            SELECT replaced_by, replaced_at FROM assignment_history
            WHERE assignment_id = $1 AND device_id = $2 AND removed
            """;
    private static final String KEEP =
            """
            INSERT INTO assignment_history
            SELECT id, version, device_id, patient_id, during, made_at, made_by, $2, $3, $4, $5
            FROM assignment WHERE id = $1
            """;
    private static final String CHANGE =
            """
            UPDATE assignment SET patient_id = $2, version = version + 1,
              during = tstzrange($3::timestamptz, $4::timestamptz)
            WHERE id = $1
            """;
    private static final String REMOVE = "DELETE FROM assignment WHERE id = $1";
    private static final String NOTE =
            """
            INSERT INTO reattribution (device_id, during, asked_at, asked_by)
            VALUES ($1, tstzrange($2::timestamptz, $3::timestamptz), $4, $5)
            """;

    private final Pool pool;

    @Inject
    PgAssignmentStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Outcome> correct(Correction correction) {
        return pool.withTransaction(
                        c ->
                                c.preparedQuery(LOCK)
                                        .execute(Tuple.of(correction.deviceId()))
                                        .chain(() -> one(c, FIND, correction))
                                        .chain(row -> found(c, correction, row)))
                .onFailure(PgAssignmentStore::isOverlap)
                .recoverWithItem(new Outcome.Overlap());
    }

    private static Uni<Optional<Row>> one(SqlConnection c, String sql, Correction correction) {
        return c.preparedQuery(sql)
                .execute(Tuple.of(correction.assignmentId(), correction.deviceId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    private static Uni<Outcome> found(SqlConnection c, Correction correction, Optional<Row> row) {
        if (row.isEmpty()) {
            return one(c, TAKEN_BACK, correction).map(PgAssignmentStore::gone);
        }
        AssignmentCorrection decided =
                AssignmentCorrection.decide(
                        correction, worn(row.get()), row.get().getInteger("version"));
        return decided.isCarriedOut()
                ? carryOut(c, correction, decided).replaceWith(decided.outcome())
                : Uni.createFrom().item(decided.outcome());
    }

    private static Outcome gone(Optional<Row> row) {
        return row.<Outcome>map(
                        r ->
                                new Outcome.Gone(
                                        Objects.requireNonNull(r.getString("replaced_by")),
                                        Columns.instant(r, "replaced_at")))
                .orElseGet(Outcome.Unknown::new);
    }

    private static Worn worn(Row row) {
        return new Worn(
                Objects.requireNonNull(row.getUUID("patient_id")),
                new Stretch(
                        Columns.instant(row, "from_at"), Columns.instantOrNull(row, "until_at")));
    }

    private static Uni<Void> carryOut(
            SqlConnection c, Correction correction, AssignmentCorrection decided) {
        Correction.Word word = correction.word();
        Tuple kept =
                Tuple.of(
                        correction.assignmentId(),
                        Columns.time(word.at()),
                        word.by(),
                        word.reason(),
                        decided.after() == null);
        return c.preparedQuery(KEEP)
                .execute(kept)
                .chain(() -> change(c, correction, decided.after()))
                .chain(() -> note(c, correction, decided.stretches()));
    }

    private static Uni<Void> change(SqlConnection c, Correction correction, @Nullable Worn after) {
        if (after == null) {
            return c.preparedQuery(REMOVE)
                    .execute(Tuple.of(correction.assignmentId()))
                    .replaceWithVoid();
        }
        return c.preparedQuery(CHANGE)
                .execute(
                        Tuple.of(
                                correction.assignmentId(),
                                after.patientId(),
                                Columns.time(after.stretch().from()),
                                end(after.stretch())))
                .replaceWithVoid();
    }

    private static Uni<Void> note(SqlConnection c, Correction correction, List<Stretch> all) {
        Correction.Word word = correction.word();
        List<Tuple> rows =
                all.stream()
                        .map(
                                s ->
                                        Tuple.tuple()
                                                .addUUID(correction.deviceId())
                                                .addValue(Columns.time(s.from()))
                                                .addValue(end(s))
                                                .addValue(Columns.time(word.at()))
                                                .addString(word.by()))
                        .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : c.preparedQuery(NOTE).executeBatch(rows).replaceWithVoid();
    }

    private static java.time.@Nullable OffsetDateTime end(Stretch stretch) {
        Instant until = stretch.until();
        return until == null ? null : Columns.time(until);
    }

    private static boolean isOverlap(Throwable e) {
        return e instanceof PgException pg && "23P01".equals(pg.getSqlState());
    }
}
