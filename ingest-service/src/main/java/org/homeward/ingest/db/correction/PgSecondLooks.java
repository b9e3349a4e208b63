package org.homeward.ingest.db.correction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.homeward.ingest.correction.Corrections.Standing;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.correction.SecondLook;
import org.homeward.ingest.correction.SecondLooks;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keys;

/// [SecondLooks] on PostgreSQL.
@ApplicationScoped
class PgSecondLooks implements SecondLooks {
    private static final String PENDING =
            """
            SELECT * FROM second_look WHERE patient_id = $1 AND decided_at IS NULL
            UNION ALL
            SELECT * FROM second_look
            WHERE patient_id = $1 AND decided_role = 'system' AND decided_at > now() - interval '30 days'
            ORDER BY asked_at DESC, id LIMIT 200
            """;
    private static final String LOCK =
            """
            SELECT * FROM second_look WHERE id = $3 AND reading_id = $2 AND patient_id = $1 FOR UPDATE
            """;
    private static final String DECIDE =
            """
            UPDATE second_look SET confirmed = $2, decided_by = $3, decided_role = $4, decided_at = $5,
              decided_note = $6
            WHERE id = $1
            """;

    private final Pool pool;
    private final Keys keys;

    @Inject
    PgSecondLooks(Pool pool, Keys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    @Override
    public Uni<List<SecondLook>> pending(UUID patientId) {
        return pool.preparedQuery(PENDING)
                .execute(Tuple.of(patientId))
                .map(
                        rows -> {
                            List<SecondLook> out = new ArrayList<>();
                            rows.forEach(row -> out.add(SecondLookRows.look(row)));
                            return out;
                        });
    }

    /// The reading first, as everybody who asks for a change of it does.
    @Override
    public Uni<Optional<Confirmation>> confirm(
            Key key, BiFunction<SecondLook, Standing, Confirmation> decide) {
        return pool.withTransaction(
                c ->
                        StandingRows.lock(c, key.patientId(), key.readingId())
                                .chain(
                                        locked ->
                                                lock(c, key)
                                                        .chain(
                                                                look ->
                                                                        carryOut(
                                                                                c, locked, look,
                                                                                decide))));
    }

    private Uni<Optional<Confirmation>> carryOut(
            SqlConnection c,
            Optional<StandingRows.Locked> locked,
            Optional<SecondLook> look,
            BiFunction<SecondLook, Standing, Confirmation> decide) {
        if (locked.isEmpty() || look.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Confirmation done = decide.apply(look.get(), locked.get().standing());
        return StandingRows.replace(c, keys, locked.get().key(), done.made())
                .chain(() -> store(c, done.look()))
                .replaceWith(Optional.of(done));
    }

    @Override
    public Uni<Optional<SecondLook>> decline(Key key, UnaryOperator<SecondLook> decide) {
        return pool.withTransaction(
                c ->
                        lock(c, key)
                                .map(found -> found.map(decide))
                                .call(
                                        look ->
                                                look.isEmpty()
                                                        ? Uni.createFrom().voidItem()
                                                        : store(c, look.get())));
    }

    private static Uni<Optional<SecondLook>> lock(SqlConnection c, Key key) {
        return StandingRows.one(c, LOCK, Tuple.of(key.patientId(), key.readingId(), key.id()))
                .map(row -> row.map(SecondLookRows::look));
    }

    private static Uni<Void> store(SqlConnection c, SecondLook look) {
        SecondLook.Decided decided = Objects.requireNonNull(look.decided());
        Said said = decided.said();
        return c.preparedQuery(DECIDE)
                .execute(
                        Tuple.of(look.id(), decided.confirmed(), said.by(), said.role())
                                .addValue(Columns.time(said.at()))
                                .addString(said.note()))
                .replaceWithVoid();
    }
}
