package org.homeward.ingest.db.attribution;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.attribution.Reattribution;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.ReadingColumns;
import org.homeward.ingest.reading.Reading;

/// Rows of readings that are not with the patient who had their device: found, kept as they were,
/// and moved.
final class MovedRows {
    /// Who has the device has a number before readings come.
    private static final String NUMBERS =
            """
            INSERT INTO patient_key (patient_id)
            SELECT DISTINCT a.patient_id FROM assignment a
            WHERE a.device_id = $1
              AND NOT EXISTS (SELECT FROM patient_key p WHERE p.patient_id = a.patient_id)
            ORDER BY 1 ON CONFLICT DO NOTHING
            """;

    /// Looked for with those who ever had the device, and with nobody. What was measured after a
    /// patient's care ended is nobody's. Day by day, until there are enough: what a portion costs
    /// does not follow from how much is left, nor from what else the patients measure.
    private static final String WRONG =
            """
            WITH job AS MATERIALIZED (
              SELECT d.id, d.key, coalesce(upper(t.during), 'infinity') AS last,
                greatest(coalesce(lower(t.during), '-infinity'), t.next_at) AS first
              FROM reattribution t JOIN device d ON d.id = t.device_id WHERE t.id = $1),
            whose AS MATERIALIZED (
              SELECT p.key FROM patient_key p WHERE p.patient_id IN (
                SELECT a.patient_id FROM assignment a WHERE a.device_id = (SELECT id FROM job)
                UNION
                SELECT h.patient_id FROM assignment_history h
                WHERE h.device_id = (SELECT id FROM job))
              UNION ALL SELECT 0),
            days AS MATERIALIZED (
              SELECT s.at::date AS day, s.at AT TIME ZONE 'UTC' AS since,
                (s.at + interval '1 day') AT TIME ZONE 'UTC' AS past
              FROM job
              CROSS JOIN (SELECT coalesce(min(measured_at), 'epoch') AS oldest,
                coalesce(max(measured_at), 'epoch') AS newest FROM reading_row) AS held
              CROSS JOIN generate_series(utc_day(greatest(job.first, held.oldest))::timestamp,
                utc_day(least(job.last, held.newest))::timestamp, '1 day') AS s (at)
              ORDER BY 1)
            SELECT r.*
            FROM days AS d
            CROSS JOIN LATERAL (
              SELECT r.measured_at, r.reading_id, r.patient AS was, coalesce(n.key, 0) AS now,
                r.version + 1 AS version,
                coalesce(r.more -> 'flags' ? 'ENTERED_IN_ERROR', false) AS voided
              FROM job CROSS JOIN whose w
              JOIN reading_row r ON r.patient = w.key AND r.device = job.key
                AND utc_day(r.measured_at) = d.day
                AND r.measured_at >= d.since AND r.measured_at < d.past
                AND r.measured_at >= job.first AND r.measured_at < job.last
              LEFT JOIN LATERAL (
                SELECT p.key FROM assignment a JOIN patient_key p USING (patient_id)
                LEFT JOIN care c USING (patient_id)
                WHERE a.device_id = job.id AND a.during @> r.measured_at
                  AND (c.ended_at IS NULL OR r.measured_at <= c.ended_at)) AS n ON true
              WHERE r.patient <> coalesce(n.key, 0)
              ORDER BY r.measured_at, r.reading_id LIMIT $2 FOR UPDATE OF r) AS r
            ORDER BY d.day, r.measured_at, r.reading_id LIMIT $2
            """;

    private static final String READ =
            """
            SELECT r.* FROM unnest($1::timestamptz[], $2::uuid[]) AS k (m, i)
            JOIN reading r ON r.measured_at = k.m AND r.reading_id = k.i
            """;

    /// While it was nobody's it was what it was before, but nobody's.
    private static final String KEEP =
            """
            INSERT INTO reading_history
            SELECT r.measured_at, r.reading_id, r.version, to_jsonb(r), $3::timestamptz,
              $4::text, $5::text, ''
            FROM unnest($1::timestamptz[], $2::uuid[]) AS k (m, i)
            JOIN reading r ON r.measured_at = k.m AND r.reading_id = k.i
            UNION ALL
            SELECT o.measured_at, o.reading_id, o.version,
              h.reading || jsonb_build_object('patient_id', NULL, 'version', o.version),
              $3::timestamptz, $4::text, $5::text, ''
            FROM unnest($1::timestamptz[], $2::uuid[]) AS k (m, i)
            JOIN reading_row o ON o.measured_at = k.m AND o.reading_id = k.i AND o.patient = 0
            JOIN reading_history h ON h.measured_at = k.m AND h.reading_id = k.i
              AND h.version = o.version - 1
            """;

    private static final String MOVE =
            """
            UPDATE reading_row r SET patient = k.p, version = k.v
            FROM unnest($1::timestamptz[], $2::uuid[], $3::int[], $4::int[]) AS k (m, i, p, v)
            WHERE r.measured_at = k.m AND r.reading_id = k.i
            """;
    private static final String NOTE_DAYS =
            """
            INSERT INTO rollup_late (patient, day)
            SELECT DISTINCT p, utc_day(m)
            FROM unnest($1::timestamptz[] || $1, $2::int[] || $3::int[]) AS u (m, p) WHERE p <> 0
            ORDER BY 1, 2
            ON CONFLICT (patient, day) DO UPDATE SET day = excluded.day WHERE false
            """;

    /// Who asked for it speaks of a reading that is not their patient's, and who has it now is to
    /// ask for themselves.
    private static final String DECLINE_LOOKS =
            """
            UPDATE second_look SET confirmed = false, decided_by = $2, decided_role = 'system',
              decided_at = $3, decided_note = $4
            WHERE reading_id = ANY ($1::uuid[]) AND decided_at IS NULL
            """;

    private MovedRows() {}

    static Uni<List<Move>> wrong(SqlConnection c, Turn turn, int most) {
        return c.preparedQuery(NUMBERS)
                .execute(Tuple.of(turn.device()))
                .chain(() -> c.preparedQuery(WRONG).execute(Tuple.of(turn.id(), most)))
                .map(
                        rows -> {
                            List<Move> out = new ArrayList<>(rows.size());
                            rows.forEach(row -> out.add(move(row)));
                            return out;
                        });
    }

    private static Move move(Row row) {
        return new Move(
                Objects.requireNonNull(row.getUUID("reading_id")),
                Columns.instant(row, "measured_at"),
                row.getInteger("was"),
                row.getInteger("now"),
                row.getInteger("version"),
                row.getBoolean("voided"));
    }

    /// Those that are somebody's, by id.
    static Uni<Map<UUID, Reading>> read(SqlConnection c, List<Move> moves) {
        return c.preparedQuery(READ)
                .execute(Tuple.of(Move.times(moves), Move.ids(moves)))
                .map(
                        rows -> {
                            Map<UUID, Reading> out = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            out.put(
                                                    row.getUUID("reading_id"),
                                                    ReadingColumns.reading(row)));
                            return out;
                        });
    }

    static Uni<Void> move(SqlConnection c, Turn turn, List<Move> moves) {
        Tuple kept =
                Tuple.of(Move.times(moves), Move.ids(moves))
                        .addValue(Columns.time(turn.at()))
                        .addString(turn.by())
                        .addString(Reattribution.REASON);
        Integer[] now = Columns.whole(moves, Move::now);
        Tuple moved =
                Tuple.of(
                        Move.times(moves),
                        Move.ids(moves),
                        now,
                        Columns.whole(moves, Move::version));
        Tuple looks =
                Tuple.tuple()
                        .addValue(Move.ids(moves))
                        .addString(turn.by())
                        .addValue(Columns.time(turn.at()))
                        .addString(Reattribution.REASON);
        Tuple days = Tuple.of(Move.times(moves), Columns.whole(moves, Move::was), now);
        return c.preparedQuery(KEEP)
                .execute(kept)
                .chain(() -> c.preparedQuery(MOVE).execute(moved))
                .chain(() -> c.preparedQuery(DECLINE_LOOKS).execute(looks))
                .chain(() -> c.preparedQuery(NOTE_DAYS).execute(days))
                .replaceWithVoid();
    }
}
