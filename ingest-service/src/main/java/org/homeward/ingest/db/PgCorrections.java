package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.Voiding;
import org.homeward.kit.outbox.Outbox;

/// [Corrections] on PostgreSQL: the earlier version, the new one, the day whose rollup is no longer
/// to be believed, and the event, in one transaction.
@ApplicationScoped
class PgCorrections implements Corrections {
    /// Locks the row, so that of two people one is first. An id that came again after its message
    /// was forgotten means the later reading, which is the one shown by it.
    private static final String LOCK =
            """
            SELECT measured_at, coalesce(more -> 'flags' ? 'ENTERED_IN_ERROR', false) AS voided
            FROM reading_row
            WHERE drawer(reading_id) = drawer($1::uuid) AND reading_id = $1
              AND patient = (SELECT key FROM patient_key WHERE patient_id = $2)
            ORDER BY measured_at DESC LIMIT 1 FOR UPDATE
            """;

    private static final String BEFORE =
            """
            SELECT replaced_by, replaced_at FROM reading_history
            WHERE reading_id = $1 AND measured_at = $2 AND reason = $3
            """;
    private static final String KEEP =
            """
            INSERT INTO reading_history
            SELECT r.measured_at, r.reading_id, r.version, to_jsonb(r), $3, $4, $5, $6 FROM reading r
            WHERE r.measured_at = $2 AND r.reading_id = $1
            """;

    /// Validity 2 is `INVALID`, as the view's list has it.
    private static final String VOID =
            """
            UPDATE reading_row SET version = version + 1, marks = marks & ~240 | 32,
              more = jsonb_set(coalesce(more, '{}'), '{flags}',
                coalesce(more -> 'flags', '[]') || to_jsonb($3::text))
            WHERE measured_at = $2 AND reading_id = $1
            """;

    private static final String NOTE_DAY =
            """
            INSERT INTO rollup_late (patient, day)
            SELECT patient, utc_day(measured_at) FROM reading_row
            WHERE measured_at = $2 AND reading_id = $1
            ON CONFLICT (patient, day) DO UPDATE SET day = excluded.day WHERE false
            """;
    private static final String READ =
            "SELECT * FROM reading WHERE measured_at = $2 AND reading_id = $1";

    private final Pool pool;
    private final Events events;

    @Inject
    PgCorrections(Pool pool, Events events) {
        this.pool = pool;
        this.events = events;
    }

    @Override
    public Uni<Outcome> voidReading(Voiding voiding) {
        return pool.withTransaction(
                c ->
                        one(c, LOCK, Tuple.of(voiding.readingId(), voiding.patientId()))
                                .chain(
                                        row ->
                                                row.isEmpty()
                                                        ? Uni.createFrom()
                                                                .item(new Outcome.Unknown())
                                                        : found(c, voiding, row.get())));
    }

    private Uni<Outcome> found(SqlConnection c, Voiding voiding, Row row) {
        if (!row.getBoolean("voided")) {
            return carryOut(c, voiding, row);
        }
        Tuple before =
                Tuple.of(voiding.readingId(), row.getOffsetDateTime("measured_at"), Voiding.REASON);
        return one(c, BEFORE, before).map(found -> already(found.orElseThrow()));
    }

    private static Outcome already(Row row) {
        return new Outcome.Already(
                Objects.requireNonNull(row.getString("replaced_by")),
                Columns.instant(row, "replaced_at"));
    }

    private Uni<Outcome> carryOut(SqlConnection c, Voiding voiding, Row row) {
        Tuple key = Tuple.of(voiding.readingId(), row.getOffsetDateTime("measured_at"));
        return c.preparedQuery(KEEP)
                .execute(
                        Tuple.of(voiding.readingId(), row.getOffsetDateTime("measured_at"))
                                .addValue(Columns.time(voiding.at()))
                                .addString(voiding.by())
                                .addString(Voiding.REASON)
                                .addString(voiding.note()))
                .chain(
                        () ->
                                c.preparedQuery(VOID)
                                        .execute(
                                                Tuple.of(
                                                                voiding.readingId(),
                                                                row.getOffsetDateTime(
                                                                        "measured_at"))
                                                        .addString(Voiding.FLAG)))
                .chain(() -> c.preparedQuery(NOTE_DAY).execute(key))
                .chain(() -> one(c, READ, key))
                .map(changed -> ReadingColumns.reading(changed.orElseThrow()))
                .call(reading -> Outbox.append(c, events.voided(reading, voiding)))
                .map(Outcome.Done::new);
    }

    private static Uni<Optional<Row>> one(SqlConnection c, String sql, Tuple values) {
        return c.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }
}
