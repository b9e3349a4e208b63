package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.ingest.credential.CredentialRegistry.NewCredential;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Device;
import org.homeward.ingest.registry.DeviceRegistry;
import org.homeward.ingest.registry.VirtualDevices;
import org.jspecify.annotations.Nullable;

/// [DeviceRegistry] and [VirtualDevices] on PostgreSQL. That no device is two patients' at once is
/// the table's own constraint.
@ApplicationScoped
class PgDeviceRegistry implements DeviceRegistry, VirtualDevices {
    private static final String ADD =
            """
            WITH d AS (
              INSERT INTO device (id, kind, manufacturer, model, serial, label, token_hash,
                registered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
              RETURNING id, token_hash, registered_at)
            INSERT INTO credential (id, device_id, token_hash, made_at, made_by, rotate_by)
            SELECT $9::uuid, d.id, d.token_hash, d.registered_at, $10::text, $11::timestamptz
            FROM d
            """;
    private static final String ASSIGN =
            """
            INSERT INTO assignment (id, device_id, patient_id, during, made_at, made_by)
            SELECT $1::uuid, d.id, $3::uuid, tstzrange($4::timestamptz, $5::timestamptz), now(),
              $6::text
            FROM device d WHERE d.id = $2
            """;
    private static final String LOCK = "SELECT id FROM device WHERE id = $1 FOR NO KEY UPDATE";

    /// Readings of a device whose assignments were corrected before may be nobody's in the store;
    /// those of all others wait in quarantine.
    private static final String LOOK_THROUGH =
            """
            INSERT INTO reattribution (device_id, during, asked_at, asked_by)
            SELECT a.device_id, a.during, a.made_at, a.made_by FROM assignment a
            WHERE a.id = $1
              AND EXISTS (SELECT FROM reattribution t WHERE t.device_id = a.device_id)
            """;

    private static final String DISABLE =
            """
            WITH done AS (
              UPDATE device SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1 RETURNING id),
            revoked AS (
              UPDATE credential c SET revoked_at = $2 FROM done
              WHERE c.device_id = done.id AND c.revoked_at IS NULL),
            unclaimed AS (
              UPDATE claim_code k SET expires_at = least(k.expires_at, $2) FROM done
              WHERE k.device_id = done.id)
            SELECT id, pg_notify('device_changed', id::text)::text FROM done
            """;
    private static final String VIRTUAL =
            """
            WITH d AS (
              INSERT INTO device (id, kind, label, registered_at) VALUES ($1::uuid, 'manual', $2::text, $3::timestamptz)
              ON CONFLICT DO NOTHING RETURNING id)
            INSERT INTO assignment (id, device_id, patient_id, during, made_at, made_by)
            SELECT $1::uuid, id, $4::uuid, tstzrange(NULL, NULL), $3::timestamptz, $2::text FROM d
            """;

    private final Pool pool;

    @Inject
    PgDeviceRegistry(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(Device.Description description, NewCredential first) {
        return pool.preparedQuery(ADD)
                .execute(
                        Tuple.tuple()
                                .addUUID(first.deviceId())
                                .addString(description.kind())
                                .addString(description.manufacturer())
                                .addString(description.model())
                                .addString(description.serial())
                                .addString(description.label())
                                .addValue(Buffer.buffer(first.hash().toBytes()))
                                .addValue(Columns.time(first.at()))
                                .addUUID(first.id())
                                .addString(first.by())
                                .addValue(Columns.time(first.rotateBy())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<NewAssignment>> assign(NewAssignment a) {
        @Nullable Instant until = a.until();
        Tuple values =
                Tuple.tuple()
                        .addUUID(a.id())
                        .addUUID(a.deviceId())
                        .addUUID(a.patientId())
                        .addValue(Columns.time(a.from()))
                        .addValue(until == null ? null : Columns.time(until))
                        .addString(a.by());
        return pool.withTransaction(
                        c ->
                                c.preparedQuery(LOCK)
                                        .execute(Tuple.of(a.deviceId()))
                                        .chain(() -> c.preparedQuery(ASSIGN).execute(values))
                                        .call(
                                                () ->
                                                        c.preparedQuery(LOOK_THROUGH)
                                                                .execute(Tuple.of(a.id()))))
                .map(
                        rows ->
                                rows.rowCount() == 0
                                        ? Optional.<NewAssignment>empty()
                                        : Optional.of(a))
                .onFailure(PgDeviceRegistry::isOverlap)
                .transform(_ -> new Overlap());
    }

    private static boolean isOverlap(Throwable e) {
        return e instanceof PgException pg && "23P01".equals(pg.getSqlState());
    }

    @Override
    public Uni<Optional<UUID>> disable(UUID id, Instant at) {
        return pool.preparedQuery(DISABLE)
                .execute(Tuple.of(id, Columns.time(at)))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(id));
    }

    @Override
    public Uni<UUID> of(String subject, UUID patientId, Instant at) {
        UUID id = Uuids.v5(patientId, "manual", subject);
        return pool.preparedQuery(VIRTUAL)
                .execute(Tuple.of(id, subject, Columns.time(at), patientId))
                .replaceWith(id);
    }
}
