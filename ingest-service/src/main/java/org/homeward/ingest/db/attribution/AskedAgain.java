package org.homeward.ingest.db.attribution;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keyed;
import org.homeward.ingest.db.Keys;
import org.homeward.ingest.db.ReadingColumns;
import org.homeward.ingest.db.intake.LastValueRows;
import org.homeward.ingest.question.IsThisThePatient;
import org.homeward.ingest.question.LastValues;
import org.homeward.ingest.reading.Reading;

/// "Is this the patient?" of readings that have just become somebody else's: the question about the
/// former patient would wait in the chart of one who was never asked. One statement for a portion
/// that holds such a code, none for the others.
final class AskedAgain {
    private static final String JUDGE =
            """
            UPDATE reading_row r SET marks = k.j, more = k.x::jsonb
            FROM unnest($1::timestamptz[], $2::uuid[], $3::int[], $4::text[]) AS k (m, i, j, x)
            WHERE r.measured_at = k.m AND r.reading_id = k.i
            """;

    private AskedAgain() {}

    /// The moved readings as they are then, by id.
    static Uni<Map<UUID, Reading>> of(
            SqlConnection c, Keys keys, List<Move> moves, Map<UUID, Reading> moved) {
        List<Reading> asked =
                moves.stream()
                        .filter(Move::joins)
                        .map(move -> Objects.requireNonNull(moved.get(move.reading())))
                        .filter(r -> IsThisThePatient.isAbout(codes(), r.measure().code()))
                        .toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(moved);
        }
        return LastValueRows.before(
                        c,
                        asked.stream().map(AskedAgain::before).distinct().toList(),
                        asked.stream().map(Reading::id).toList())
                .map(LastValues::of)
                .map(last -> judged(asked, new IsThisThePatient(codes(), last)))
                .chain(judged -> store(c, keys, judged))
                .map(
                        judged -> {
                            Map<UUID, Reading> all = new HashMap<>(moved);
                            judged.forEach(r -> all.put(r.id(), r));
                            return all;
                        });
    }

    private static LastValueRows.Asked before(Reading reading) {
        return new LastValueRows.Asked(
                reading.patientId(), reading.measure().code(), reading.times().measured());
    }

    /// In the order of measurement, those that are judged otherwise than before.
    private static List<Reading> judged(List<Reading> asked, IsThisThePatient question) {
        return asked.stream()
                .map(reading -> Map.entry(reading, question.askAgain(reading)))
                .filter(e -> !e.getKey().equals(e.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Uni<List<Reading>> store(SqlConnection c, Keys keys, List<Reading> judged) {
        return judged.isEmpty()
                ? Uni.createFrom().item(judged)
                : keys.of(c, judged)
                        .chain(keyed -> c.preparedQuery(JUDGE).execute(rows(judged, keyed)))
                        .replaceWith(judged);
    }

    private static Tuple rows(List<Reading> judged, Keyed keyed) {
        return Tuple.tuple()
                .addValue(Columns.times(judged, r -> r.times().measured()))
                .addValue(judged.stream().map(Reading::id).toArray(UUID[]::new))
                .addValue(Columns.whole(judged, ReadingColumns::marks))
                .addValue(Columns.texts(judged, r -> ReadingColumns.more(r, keyed)));
    }

    private static CodeTable codes() {
        return CodeTable.standard();
    }
}
