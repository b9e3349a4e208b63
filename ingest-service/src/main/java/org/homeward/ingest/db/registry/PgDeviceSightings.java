package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.registry.DeviceSightings;

/// [DeviceSightings] on PostgreSQL.
@ApplicationScoped
class PgDeviceSightings implements DeviceSightings {
    private static final String SEEN =
            """
            UPDATE device d SET last_seen_at = greatest(d.last_seen_at, s.at),
              battery = coalesce(s.battery, d.battery),
              usual_gap_s = CASE WHEN s.at > d.last_seen_at THEN greatest(
                  least(extract(epoch FROM s.at - d.last_seen_at),
                    greatest(4::bigint * coalesce(d.usual_gap_s, 0), 172800)),
                  0.9 * d.usual_gap_s)::integer
                ELSE d.usual_gap_s END
            FROM unnest($1::uuid[], $2::timestamptz[], $3::int[]) AS s (id, at, battery)
            WHERE d.id = s.id
            """;
    private static final String WEARER =
            "SELECT patient_id FROM assignment WHERE device_id = $1 AND during @> now()";

    /// A row where it changed: which readings a faulty one made is asked later.
    private static final String FIRMWARE =
            """
            INSERT INTO device_firmware (device_id, since, firmware)
            SELECT d.id, s.at, s.firmware
            FROM unnest($1::uuid[], $2::timestamptz[], $3::text[]) AS s (id, at, firmware)
            JOIN device d ON d.id = s.id
            WHERE s.firmware IS DISTINCT FROM (
              SELECT f.firmware FROM device_firmware f
              WHERE f.device_id = d.id AND f.since <= s.at ORDER BY f.since DESC LIMIT 1)
            ON CONFLICT DO NOTHING
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
                .chain(() -> firmware(sightings));
    }

    private Uni<Void> firmware(List<Sighting> sightings) {
        List<Sighting> saying =
                sightings.stream().filter(s -> s.report().firmware() != null).toList();
        if (saying.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(FIRMWARE)
                .execute(
                        Tuple.of(
                                saying.stream().map(Sighting::deviceId).toArray(UUID[]::new),
                                Columns.times(saying, Sighting::at),
                                saying.stream()
                                        .map(s -> s.report().firmware())
                                        .toArray(String[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<UUID>> wearer(UUID deviceId) {
        return pool.preparedQuery(WEARER)
                .execute(Tuple.of(deviceId))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getUUID("patient_id"))
                                        .findFirst());
    }
}
