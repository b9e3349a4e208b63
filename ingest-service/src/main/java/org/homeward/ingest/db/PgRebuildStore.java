package org.homeward.ingest.db;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.homeward.ingest.rebuild.RebuildStore;

/// [RebuildStore] on PostgreSQL: both stores are schemas of one database.
@ApplicationScoped
class PgRebuildStore implements RebuildStore {
    private static final String PATIENCE = "SET LOCAL statement_timeout = 0";
    private static final String CARRY_OVER = "SELECT carry_over($1::text::name)::text";
    private static final String CARRY_DECIDED = "SELECT carry_decided($1::text::name)::text";
    private static final String ELSEWHERE = "SELECT set_config('search_path', $1, true)";
    private static final String ROLL_UP = "SELECT roll_up_late(500) AS done";
    private static final String SUMS = "SELECT part, items, checksum FROM store_checksum()";

    private final Pool pool;

    @Inject
    PgRebuildStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> carryOver(String from) {
        return patiently(c -> c.preparedQuery(CARRY_OVER).execute(Tuple.of(from)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> carryDecided(String from) {
        return patiently(c -> c.preparedQuery(CARRY_DECIDED).execute(Tuple.of(from)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Sum>> sumsOf(String schema) {
        return rollUp(schema)
                .chain(() -> in(schema, c -> c.query(SUMS).execute().map(PgRebuildStore::sums)));
    }

    /// Whoever stores a reading of a day that is rolled up waits for the end of that transaction,
    /// which therefore is a short one.
    private Uni<Void> rollUp(String schema) {
        return Multi.createBy()
                .repeating()
                .uni(() -> in(schema, c -> c.query(ROLL_UP).execute()))
                .whilst(rows -> rows.iterator().next().getInteger("done") > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T> Uni<T> in(String schema, Function<SqlConnection, Uni<T>> work) {
        return patiently(
                c ->
                        c.preparedQuery(ELSEWHERE)
                                .execute(Tuple.of(schema))
                                .chain(() -> work.apply(c)));
    }

    @Override
    public Uni<List<Sum>> sums() {
        return patiently(c -> c.query(SUMS).execute().map(PgRebuildStore::sums));
    }

    private <T> Uni<T> patiently(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(c -> c.query(PATIENCE).execute().chain(() -> work.apply(c)));
    }

    private static List<Sum> sums(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(
                        row ->
                                new Sum(
                                        Objects.requireNonNull(row.getString("part")),
                                        row.getLong("items"),
                                        Objects.requireNonNull(row.getBigDecimal("checksum"))))
                .toList();
    }
}
