package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.registry.DeviceSightings;

/// [DeviceSightings] on PostgreSQL.
@ApplicationScoped
class PgDeviceSightings implements DeviceSightings {
    private static final String SEEN =
            """
            UPDATE device d SET last_seen_at = greatest(d.last_seen_at, s.at),
              battery = coalesce(s.battery, d.battery)
            FROM unnest($1::uuid[], $2::timestamptz[], $3::int[]) AS s (id, at, battery)
            WHERE d.id = s.id
            """;

    private final Pool pool;

    @Inject
    PgDeviceSightings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> seen(List<Sighting> sightings) {
        return pool.preparedQuery(SEEN)
                .execute(
                        Tuple.of(
                                sightings.stream().map(Sighting::deviceId).toArray(UUID[]::new),
                                Columns.times(sightings, Sighting::at),
                                sightings.stream()
                                        .map(s -> s.report().battery())
                                        .toArray(Integer[]::new)))
                .replaceWithVoid();
    }
}
