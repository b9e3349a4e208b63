package org.homeward.ingest.db.attribution;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.attribution.Reattribution;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keys;
import org.homeward.ingest.db.NewestReading;
import org.homeward.ingest.question.IsThisThePatient;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.Outbox;
import org.homeward.kit.outbox.OutboxEvent;

/// [Reattribution] on PostgreSQL. A stretch of a device's time is looked through in the order of
/// measurement, a portion a transaction, each with its history, its rollups' days and its events.
///
/// Readings that come in meanwhile read the assignments in their own transaction, under a lock that
/// gave it a number before. The look begins when all numbers are over that were given before the
/// correction could be seen; whoever comes later decides by what it says.
@ApplicationScoped
class PgReattribution implements Reattribution {
    private static final int PORTION = 200;

    private static final String SEEN =
            """
            UPDATE reattribution SET barrier = pg_snapshot_xmax(pg_current_snapshot())
            WHERE finished_at IS NULL AND barrier IS NULL
            """;

    /// A barrier beyond all numbers is of a database that this one was copied from.
    private static final String NEXT =
            """
            SELECT t.id, t.device_id, t.asked_by,
              t.barrier <= pg_snapshot_xmin(s) OR t.barrier > pg_snapshot_xmax(s) AS settled
            FROM reattribution t, pg_current_snapshot() AS s
            WHERE t.finished_at IS NULL AND t.barrier IS NOT NULL
            ORDER BY settled DESC, t.id LIMIT 1 FOR UPDATE OF t SKIP LOCKED
            """;

    private static final String FINISH = "UPDATE reattribution SET finished_at = $2 WHERE id = $1";
    private static final String ADVANCE =
            "UPDATE reattribution SET next_at = $2, moved = moved + $3 WHERE id = $1";

    private final Pool pool;
    private final Keys keys;
    private final Events events;

    @Inject
    PgReattribution(Pool pool, Keys keys, Events events) {
        this.pool = pool;
        this.keys = keys;
        this.events = events;
    }

    @Override
    public Uni<Progress> step() {
        return pool.query(SEEN)
                .execute()
                .chain(
                        () ->
                                pool.withTransaction(
                                        c ->
                                                c.query(NEXT)
                                                        .execute()
                                                        .map(PgReattribution::first)
                                                        .chain(row -> step(c, row))));
    }

    private Uni<Progress> step(SqlConnection c, Optional<Row> row) {
        if (row.isEmpty()) {
            return Uni.createFrom().item(Progress.DONE);
        }
        if (!row.get().getBoolean("settled")) {
            return Uni.createFrom().item(Progress.WAITING);
        }
        Turn turn = Turn.of(row.get());
        return MovedRows.wrong(c, turn, PORTION)
                .chain(moves -> moves.isEmpty() ? finish(c, turn) : move(c, turn, moves))
                .replaceWith(Progress.MORE);
    }

    private static Uni<Void> finish(SqlConnection c, Turn turn) {
        return c.preparedQuery(FINISH)
                .execute(Tuple.of(turn.id(), Columns.time(turn.at())))
                .replaceWithVoid();
    }

    private Uni<Void> move(SqlConnection c, Turn turn, List<Move> moves) {
        Tuple advance = Tuple.of(turn.id(), Columns.time(moves.getLast().measured()), moves.size());
        return MovedRows.read(c, moves)
                .chain(
                        before ->
                                MovedRows.move(c, turn, moves)
                                        .chain(() -> MovedRows.read(c, moves))
                                        .chain(now -> AskedAgain.of(c, keys, moves, now))
                                        .chain(
                                                after ->
                                                        tell(
                                                                c,
                                                                turn,
                                                                new Told(moves, before, after))))
                .chain(() -> c.preparedQuery(ADVANCE).execute(advance))
                .replaceWithVoid();
    }

    private record Told(List<Move> moves, Map<UUID, Reading> before, Map<UUID, Reading> after) {
        List<UUID> left() {
            return moves.stream()
                    .filter(Move::leaves)
                    .map(m -> of(before, m).patientId())
                    .distinct()
                    .toList();
        }

        static Reading of(Map<UUID, Reading> readings, Move move) {
            return Objects.requireNonNull(readings.get(move.reading()), "a reading that is there");
        }
    }

    private Uni<Void> tell(SqlConnection c, Turn turn, Told told) {
        return newest(c, told.left())
                .map(newest -> events(turn, told, newest))
                .chain(all -> Outbox.appendAll(c, all));
    }

    private static Uni<Map<UUID, Instant>> newest(SqlConnection c, List<UUID> patients) {
        Map<UUID, Instant> out = new HashMap<>();
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (UUID patient : patients) {
            chain =
                    chain.chain(() -> NewestReading.of(c, patient))
                            .invoke(found -> found.ifPresent(at -> out.put(patient, at)))
                            .replaceWithVoid();
        }
        return chain.replaceWith(out);
    }

    private List<OutboxEvent> events(Turn turn, Told told, Map<UUID, Instant> newest) {
        List<OutboxEvent> out = new ArrayList<>();
        for (Move move : told.moves()) {
            if (move.leaves()) {
                Reading was = Told.of(told.before(), move);
                Departure why = new Departure(move.version(), turn.by(), turn.at());
                out.add(events.left(was, why, Optional.ofNullable(newest.get(was.patientId()))));
            }
            if (move.joins()) {
                Reading now = Told.of(told.after(), move);
                out.add(events.joined(now, turn.at()));
                if (now.flags().contains(IsThisThePatient.FLAG)) {
                    out.add(events.asked(now, turn.at()));
                }
            }
        }
        return out;
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
