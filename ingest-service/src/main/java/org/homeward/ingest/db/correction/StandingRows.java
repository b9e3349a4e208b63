package org.homeward.ingest.db.correction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.correction.Corrections.Change;
import org.homeward.ingest.correction.Corrections.Replacement;
import org.homeward.ingest.correction.Corrections.Standing;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keyed;
import org.homeward.ingest.db.Keys;
import org.homeward.ingest.db.NewestReading;
import org.homeward.ingest.db.ReadingColumns;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/// A reading under a lock, and what takes its place: the earlier version, the new one, the day
/// whose rollup is no longer to be believed, and the event.
final class StandingRows {
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
            SELECT r.*, h.replaced_by, h.confirmed_by, h.replaced_at, h.reason, h.note
            FROM reading r LEFT JOIN reading_history h ON h.reading_id = r.reading_id
              AND h.measured_at = r.measured_at AND h.version = r.version - 1
            WHERE r.measured_at = $2 AND r.reading_id = $1
            """;
    private static final String KEEP =
            """
            INSERT INTO reading_history (measured_at, reading_id, version, reading, replaced_at,
              replaced_by, confirmed_by, reason, note)
            SELECT r.measured_at, r.reading_id, r.version, to_jsonb(r), $3, $4, nullif($5, ''), $6, $7
            FROM reading r WHERE r.measured_at = $2 AND r.reading_id = $1
            """;
    private static final String REPLACE =
            """
            UPDATE reading_row SET version = $3::int, marks = $4::int, quantity = $5::int,
              value = $6::text::numeric, more = $7::text::jsonb
            WHERE measured_at = $2 AND reading_id = $1
            """;

    private static final String NOTE_DAY =
            """
            INSERT INTO rollup_late (patient, day)
            SELECT patient, utc_day(measured_at) FROM reading_row
            WHERE measured_at = $2 AND reading_id = $1
            ON CONFLICT (patient, day) DO UPDATE SET day = excluded.day WHERE false
            """;

    private StandingRows() {}

    /// Where it is stored.
    record Key(UUID reading, @Nullable OffsetDateTime measured) {
        Tuple tuple() {
            return Tuple.of(reading, measured);
        }
    }

    /// A reading that nobody else can change until the transaction ends.
    record Locked(Key key, Standing standing) {}

    static Uni<Optional<Locked>> lock(SqlConnection c, UUID patientId, UUID readingId) {
        return one(c, LOCK, Tuple.of(readingId, patientId))
                .chain(
                        row ->
                                row.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : read(c, readingId, row.get()).map(Optional::of));
    }

    private static Uni<Locked> read(SqlConnection c, UUID reading, Row row) {
        Key key = new Key(reading, row.getOffsetDateTime("measured_at"));
        return one(c, READ, key.tuple())
                .chain(found -> standing(c, found.orElseThrow()))
                .map(standing -> new Locked(key, standing));
    }

    private static Uni<Standing> standing(SqlConnection c, Row row) {
        Reading reading = ReadingColumns.reading(row);
        return NewestReading.besides(c, reading.patientId(), reading.id())
                .map(newest -> new Standing(reading, change(row), newest));
    }

    static @Nullable Change change(Row row) {
        return row.getString("replaced_by") == null
                ? null
                : new Change(
                        Objects.requireNonNull(row.getString("replaced_by")),
                        Objects.requireNonNullElse(row.getString("confirmed_by"), ""),
                        Columns.instant(row, "replaced_at"),
                        Objects.requireNonNull(row.getString("reason")),
                        Objects.requireNonNull(row.getString("note")),
                        Set.of());
    }

    static Uni<Void> replace(SqlConnection c, Keys keys, Key key, Replacement made) {
        Change change = made.change();
        Tuple kept =
                key.tuple()
                        .addValue(Columns.time(change.at()))
                        .addString(change.by())
                        .addString(change.confirmedBy())
                        .addString(change.reason())
                        .addString(change.note());
        return c.preparedQuery(KEEP)
                .execute(kept)
                .chain(() -> keys.of(c, List.of(made.after())))
                .chain(keyed -> c.preparedQuery(REPLACE).execute(row(key, made, keyed)))
                .chain(() -> c.preparedQuery(NOTE_DAY).execute(key.tuple()))
                .chain(() -> Outbox.append(c, made.event()));
    }

    private static Tuple row(Key key, Replacement made, Keyed keyed) {
        return key.tuple()
                .addInteger(made.after().version())
                .addInteger(ReadingColumns.marks(made.after()))
                .addInteger(keyed.quantity(made.after().measure()))
                .addString(Columns.text(made.after().measure().value()))
                .addString(ReadingColumns.more(made.after(), keyed));
    }

    static Uni<Optional<Row>> one(SqlConnection c, String sql, Tuple values) {
        return c.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }
}
