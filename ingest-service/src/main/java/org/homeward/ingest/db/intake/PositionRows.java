package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.ingest.intake.Fate;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.intake.Tally;

/// The account of the log: per partition the first offset not yet counted, and a row per range that
/// was. A range starts where the one before ended, or the account shows the hole.
final class PositionRows {
    private static final String LOCK =
            """
            SELECT partition, position FROM log_position WHERE partition = ANY($1)
            ORDER BY partition FOR UPDATE
            """;
    private static final String OPEN =
            """
            INSERT INTO log_position (partition, first, position)
            SELECT * FROM unnest($1::int[], $2::bigint[], $2::bigint[]) ON CONFLICT DO NOTHING
            """;
    private static final String ADVANCE =
            """
            WITH t AS (
              SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::int[], $5::int[],
                                   $6::int[], $7::int[], $8::int[], $9::int[])
                AS t (p, from_offset, to_offset, items, stored, duplicate, quarantined, refused,
                      conflict)
            ), ranges AS (
              INSERT INTO log_range (partition, from_offset, to_offset, items, stored, duplicate,
                                     quarantined, refused, conflict)
              SELECT * FROM t
            )
            UPDATE log_position p SET position = t.to_offset, items = p.items + t.items,
              stored = p.stored + t.stored, duplicate = p.duplicate + t.duplicate,
              quarantined = p.quarantined + t.quarantined, refused = p.refused + t.refused,
              conflict = p.conflict + t.conflict
            FROM t WHERE p.partition = t.p
            """;

    private PositionRows() {}

    /// The positions of those of a batch's partitions that have one.
    static Uni<Map<Integer, Long>> lock(SqlConnection c, List<Logged> batch) {
        return c.preparedQuery(LOCK)
                .execute(Tuple.of(firsts(batch).keySet().toArray(Integer[]::new)))
                .map(
                        rows -> {
                            Map<Integer, Long> out = new HashMap<>();
                            rows.forEach(r -> out.put(r.getInteger(0), r.getLong(1)));
                            return out;
                        });
    }

    private static Map<Integer, Long> firsts(List<Logged> batch) {
        Map<Integer, Long> firsts = new TreeMap<>();
        batch.forEach(l -> firsts.merge(l.partition(), l.offset(), Math::min));
        return firsts;
    }

    static boolean isComplete(Map<Integer, Long> positions, List<Logged> batch) {
        return batch.stream().allMatch(logged -> positions.containsKey(logged.partition()));
    }

    /// Gives the batch's partitions a position that have none.
    static Uni<Void> open(SqlConnection c, List<Logged> batch) {
        Map<Integer, Long> firsts = firsts(batch);
        return c.preparedQuery(OPEN)
                .execute(
                        Tuple.of(
                                firsts.keySet().toArray(Integer[]::new),
                                firsts.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    static Uni<Void> advance(SqlConnection c, List<Tally> tallies) {
        if (tallies.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values =
                Tuple.tuple()
                        .addValue(tallies.stream().map(Tally::partition).toArray(Integer[]::new))
                        .addValue(tallies.stream().map(Tally::from).toArray(Long[]::new))
                        .addValue(tallies.stream().map(Tally::to).toArray(Long[]::new))
                        .addValue(tallies.stream().map(Tally::items).toArray(Integer[]::new));
        for (Fate fate : Fate.values()) {
            values.addValue(tallies.stream().map(t -> t.of(fate)).toArray(Integer[]::new));
        }
        return c.preparedQuery(ADVANCE).execute(values).replaceWithVoid();
    }
}
