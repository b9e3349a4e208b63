package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Hub;
import org.homeward.ingest.hub.HubRegistry;
import org.homeward.ingest.hub.HubStore;
import org.jspecify.annotations.Nullable;

/// [HubRegistry] and [HubStore] on PostgreSQL. That a hub has a device once at a time is the
/// table's own constraint.
@ApplicationScoped
class PgHubs implements HubRegistry, HubStore {
    static final String CHANGED = "hub_changed";

    private static final String ADD =
            """
            WITH made AS (
              INSERT INTO acts_for (id, hub_id, device_id, since, until, made_at, made_by)
              SELECT $1::uuid, h.id, $3::uuid, $4::timestamptz, $5::timestamptz, $6::timestamptz,
                $7::text
              FROM device h WHERE h.id = $2 RETURNING hub_id)
            SELECT hub_id, pg_notify('hub_changed', hub_id::text)::text FROM made
            """;
    private static final String OF =
            """
            SELECT a.id, h.id AS hub_id, a.device_id, a.since, a.until, a.made_at, a.made_by
            FROM device h LEFT JOIN acts_for a ON a.hub_id = h.id WHERE h.id = $1
            ORDER BY a.made_at DESC, a.id DESC
            """;
    private static final String END =
            """
            WITH ended AS (
              UPDATE acts_for SET until = greatest(since, least(until, $3))
              WHERE hub_id = $1 AND id = $2 RETURNING hub_id)
            SELECT hub_id, pg_notify('hub_changed', hub_id::text)::text FROM ended
            """;
    private static final String CHARGES =
            """
            SELECT h.serial AS own_serial, h.label AS own_label, a.device_id, d.serial, d.label,
              a.since, least(a.until, d.disabled_at) AS until
            FROM device h LEFT JOIN acts_for a ON a.hub_id = h.id
              LEFT JOIN device d ON d.id = a.device_id
            WHERE h.id = $1
            """;

    private final Pool pool;

    @Inject
    PgHubs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Authorisation>> add(Authorisation a) {
        return pool.preparedQuery(ADD)
                .execute(
                        Tuple.tuple()
                                .addUUID(a.id())
                                .addUUID(a.hubId())
                                .addUUID(a.deviceId())
                                .addValue(Columns.time(a.from()))
                                .addValue(until(a.to()))
                                .addValue(Columns.time(a.madeAt()))
                                .addString(a.madeBy()))
                .map(rows -> rows.size() == 0 ? Optional.<Authorisation>empty() : Optional.of(a))
                .onFailure(e -> is(e, "23P01"))
                .transform(_ -> new Overlap())
                .onFailure(e -> is(e, "23503"))
                .transform(_ -> new UnknownDevice());
    }

    private static @Nullable Object until(@Nullable Instant at) {
        return at == null ? null : Columns.time(at);
    }

    private static boolean is(Throwable e, String state) {
        return e instanceof PgException pg && state.equals(pg.getSqlState());
    }

    @Override
    public Uni<Optional<List<Authorisation>>> of(UUID hub) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(hub))
                .map(
                        rows ->
                                rows.size() == 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                StreamSupport.stream(rows.spliterator(), false)
                                                        .filter(row -> row.getUUID("id") != null)
                                                        .map(PgHubs::authorisation)
                                                        .toList()));
    }

    private static Authorisation authorisation(Row row) {
        return new Authorisation(
                Objects.requireNonNull(row.getUUID("id")),
                Objects.requireNonNull(row.getUUID("hub_id")),
                Objects.requireNonNull(row.getUUID("device_id")),
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "until"),
                Columns.instant(row, "made_at"),
                Objects.requireNonNull(row.getString("made_by")));
    }

    @Override
    public Uni<Optional<UUID>> end(UUID hub, UUID id, Instant at) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(hub, id, Columns.time(at)))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(id));
    }

    @Override
    public Uni<Hub> find(UUID hub) {
        return pool.preparedQuery(CHARGES).execute(Tuple.of(hub)).map(rows -> hub(hub, rows));
    }

    private static Hub hub(UUID id, Iterable<Row> rows) {
        List<Row> all = StreamSupport.stream(rows.spliterator(), false).toList();
        if (all.isEmpty()) {
            return new Hub(id, null, null, List.of());
        }
        Row own = all.getFirst();
        List<Hub.Charge> charges =
                all.stream()
                        .filter(row -> row.getUUID("device_id") != null)
                        .map(PgHubs::charge)
                        .toList();
        return new Hub(id, own.getString("own_serial"), own.getString("own_label"), charges);
    }

    private static Hub.Charge charge(Row row) {
        return new Hub.Charge(
                Objects.requireNonNull(row.getUUID("device_id")),
                row.getString("serial"),
                row.getString("label"),
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "until"));
    }
}
