package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.profile.DeviceProfiles;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.profile.ProfileStore;
import org.jspecify.annotations.Nullable;

/// [ProfileStore] and [DeviceProfiles] on PostgreSQL. A change is told to the other instances.
@ApplicationScoped
class PgProfiles implements ProfileStore, DeviceProfiles {
    static final String CHANGED = "profile_changed";

    private static final String SELECT = "SELECT id, name, version, keys FROM device_profile ";
    private static final String OF =
            """
            SELECT p.id, p.name, p.version, p.keys FROM device d
            JOIN device_profile p ON p.id = d.profile WHERE d.id = $1
            """;
    private static final String ADD =
            """
            INSERT INTO device_profile (id, name, version, keys, changed_at, changed_by)
            VALUES ($1, $2, 1, $3::jsonb, now(), $4) ON CONFLICT DO NOTHING
            RETURNING id, name, version, keys, pg_notify('profile_changed', id)::text
            """;
    private static final String REPLACE =
            """
            UPDATE device_profile SET name = $2, version = version + 1, keys = $3::jsonb,
              changed_at = now(), changed_by = $4
            WHERE id = $1 AND version = $5
            RETURNING id, name, version, keys, pg_notify('profile_changed', id)::text
            """;
    private static final String GIVE =
            """
            WITH done AS (UPDATE device SET profile = $2 WHERE id = $1 RETURNING id)
            SELECT id, pg_notify('profile_changed', id::text)::text FROM done
            """;

    private final Pool pool;

    @Inject
    PgProfiles(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Kept>> find(String id) {
        return pool.preparedQuery(SELECT + "WHERE id = $1")
                .execute(Tuple.of(id))
                .map(PgProfiles::one);
    }

    @Override
    public Uni<List<Kept>> all() {
        return pool.preparedQuery(SELECT + "ORDER BY id").execute().map(PgProfiles::kept);
    }

    @Override
    public Uni<Optional<Kept>> put(Profile profile, int version, String by) {
        Tuple row =
                Tuple.tuple()
                        .addString(profile.id())
                        .addString(profile.name())
                        .addValue(json(profile))
                        .addString(by);
        return pool.preparedQuery(version == 0 ? ADD : REPLACE)
                .execute(version == 0 ? row : row.addInteger(version))
                .map(PgProfiles::one);
    }

    @Override
    public Uni<Optional<Profile>> of(UUID device) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(device))
                .map(rows -> one(rows).map(Kept::profile));
    }

    @Override
    public Uni<Optional<UUID>> give(UUID device, @Nullable String profile) {
        return pool.preparedQuery(GIVE)
                .execute(Tuple.of(device, profile))
                .map(rows -> rows.size() == 0 ? Optional.<UUID>empty() : Optional.of(device))
                .onFailure(PgProfiles::isUnknown)
                .transform(_ -> new Unknown());
    }

    private static boolean isUnknown(Throwable e) {
        return e instanceof PgException pg && "23503".equals(pg.getSqlState());
    }

    private static Optional<Kept> one(RowSet<Row> rows) {
        return kept(rows).stream().findFirst();
    }

    private static List<Kept> kept(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(
                        row ->
                                new Kept(
                                        new Profile(
                                                Objects.requireNonNull(row.getString("id")),
                                                Objects.requireNonNull(row.getString("name")),
                                                keys(row.getJsonObject("keys"))),
                                        row.getInteger("version")))
                .toList();
    }

    private static JsonObject json(Profile profile) {
        JsonObject keys = new JsonObject();
        profile.keys()
                .forEach(
                        (key, meaning) ->
                                keys.put(
                                        key,
                                        new JsonObject()
                                                .put("code", meaning.code())
                                                .put("unit", meaning.unit())));
        return keys;
    }

    private static Map<String, Profile.Meaning> keys(JsonObject json) {
        Map<String, Profile.Meaning> keys = new HashMap<>();
        for (String key : json.fieldNames()) {
            JsonObject meaning = json.getJsonObject(key);
            keys.put(
                    key, new Profile.Meaning(meaning.getString("code"), meaning.getString("unit")));
        }
        return keys;
    }
}
