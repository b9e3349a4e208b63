package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// [Corrections] on PostgreSQL: the earlier version, the new one, the day whose rollup is no longer
/// to be believed, and the event, in one transaction.
@ApplicationScoped
class PgCorrections implements Corrections {
    /// Locks the row, so that of two people one is first. An id that came again after its message
    /// was forgotten means the later reading, which is the one shown by it.
    private static final String LOCK =
            """
            SELECT measured_at FROM reading_row
            WHERE drawer(reading_id) = drawer($1::uuid) AND reading_id = $1
              AND patient = (SELECT key FROM patient_key WHERE patient_id = $2)
            ORDER BY measured_at DESC LIMIT 1 FOR UPDATE
            """;

    private static final String READ =
            """
            SELECT r.*, h.replaced_by, h.replaced_at, h.reason, h.note
            FROM reading r LEFT JOIN reading_history h ON h.reading_id = r.reading_id
              AND h.measured_at = r.measured_at AND h.version = r.version - 1
            WHERE r.measured_at = $2 AND r.reading_id = $1
            """;
    private static final String KEEP =
            """
            INSERT INTO reading_history
            SELECT r.measured_at, r.reading_id, r.version, to_jsonb(r), $3, $4, $5, $6 FROM reading r
            WHERE r.measured_at = $2 AND r.reading_id = $1
            """;
    private static final String REPLACE =
            """
            UPDATE reading_row SET version = $3::int, marks = $4::int, quantity = $5::int, value = $6::text::numeric,
              more = $7::text::jsonb
            WHERE measured_at = $2 AND reading_id = $1
            """;

    private static final String NOTE_DAY =
            """
            INSERT INTO rollup_late (patient, day)
            SELECT patient, utc_day(measured_at) FROM reading_row
            WHERE measured_at = $2 AND reading_id = $1
            ON CONFLICT (patient, day) DO UPDATE SET day = excluded.day WHERE false
            """;

    /// Earlier versions are kept as rows of the view; what it did not have then is null.
    private static final String VERSIONS =
            """
            SELECT r.*, null AS replaced_by, null::timestamptz AS replaced_at, null AS reason,
              null AS note
            FROM reading r
            WHERE drawer(r.reading_id) = drawer($1::uuid) AND r.reading_id = $1 AND r.patient_id = $2
            UNION ALL
            SELECT (jsonb_populate_record(null::reading, h.reading)).*, h.replaced_by, h.replaced_at,
              h.reason, h.note
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
    public Uni<Optional<Reading>> change(
            UUID patientId, UUID readingId, Function<Standing, Replacement> decide) {
        return pool.withTransaction(
                c ->
                        one(c, LOCK, Tuple.of(readingId, patientId))
                                .chain(
                                        row ->
                                                row.isEmpty()
                                                        ? Uni.createFrom().item(Optional.empty())
                                                        : decided(
                                                                c,
                                                                key(readingId, row.get()),
                                                                decide)));
    }

    private record Key(UUID reading, @Nullable OffsetDateTime measured) {
        Tuple tuple() {
            return Tuple.of(reading, measured);
        }
    }

    private static Key key(UUID reading, Row row) {
        return new Key(reading, row.getOffsetDateTime("measured_at"));
    }

    private Uni<Optional<Reading>> decided(
            SqlConnection c, Key key, Function<Standing, Replacement> decide) {
        return one(c, READ, key.tuple())
                .chain(row -> standing(c, row.orElseThrow()))
                .map(decide)
                .call(made -> replace(c, key, made))
                .map(made -> Optional.of(made.after()));
    }

    private static Uni<Standing> standing(SqlConnection c, Row row) {
        Reading reading = ReadingColumns.reading(row);
        return NewestReading.besides(c, reading.patientId(), reading.id())
                .map(newest -> new Standing(reading, change(row), newest));
    }

    private static @Nullable Change change(Row row) {
        return row.getString("replaced_by") == null
                ? null
                : new Change(
                        Objects.requireNonNull(row.getString("replaced_by")),
                        Columns.instant(row, "replaced_at"),
                        Objects.requireNonNull(row.getString("reason")),
                        Objects.requireNonNull(row.getString("note")));
    }

    private Uni<Void> replace(SqlConnection c, Key key, Replacement made) {
        Change change = made.change();
        Tuple kept =
                key.tuple()
                        .addValue(Columns.time(change.at()))
                        .addString(change.by())
                        .addString(change.reason())
                        .addString(change.note());
        return c.preparedQuery(KEEP)
                .execute(kept)
                .chain(() -> keys.of(c, List.of(made.after())))
                .chain(keyed -> c.preparedQuery(REPLACE).execute(row(key, made.after(), keyed)))
                .chain(() -> c.preparedQuery(NOTE_DAY).execute(key.tuple()))
                .chain(() -> Outbox.append(c, made.event()));
    }

    private static Tuple row(Key key, Reading after, Keyed keyed) {
        return key.tuple()
                .addInteger(after.version())
                .addInteger(ReadingColumns.marks(after))
                .addInteger(keyed.quantity(after.measure()))
                .addString(Columns.text(after.measure().value()))
                .addString(ReadingColumns.more(after, keyed));
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
                                                            change(row))));
                            return out;
                        });
    }

    private static Uni<Optional<Row>> one(SqlConnection c, String sql, Tuple values) {
        return c.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }
}
