package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.credential.CredentialRegistry;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.device.IssuedCredential;

/// [CredentialRegistry] on PostgreSQL.
@ApplicationScoped
class PgCredentialRegistry implements CredentialRegistry {
    private static final String KNOWN = "SELECT FROM device WHERE id = $1";

    /// The hash beside the device is what the release before reads.
    private static final String REVOKE =
            """
            WITH ended AS (
              UPDATE credential SET revoked_at = coalesce(revoked_at, $3),
                revoked_by = CASE WHEN revoked_at IS NULL THEN $4 ELSE revoked_by END
              WHERE device_id = $1 AND id = $2 RETURNING token_hash, revoked_at),
            forgotten AS (
              UPDATE device d SET token_hash = NULL FROM ended
              WHERE d.id = $1 AND d.token_hash = ended.token_hash)
            SELECT revoked_at FROM ended
            """;

    private final Pool pool;

    @Inject
    PgCredentialRegistry(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Issuance> issue(NewCredential credential, Duration overlap) {
        return pool.<Issuance>withTransaction(
                        c ->
                                CredentialRows.holder(c, credential.deviceId())
                                        .map(
                                                holder ->
                                                        holder.map(
                                                                        h ->
                                                                                h.another(
                                                                                        credential
                                                                                                .at(),
                                                                                        overlap))
                                                                .orElse(
                                                                        new Issuance.Refused(
                                                                                Issuance.Cause
                                                                                        .UNKNOWN_DEVICE)))
                                        .call(issuance -> keep(c, credential, issuance)))
                .onFailure(PgCredentialRegistry::isTaken)
                .transform(_ -> new Taken());
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof PgException pg && "23505".equals(pg.getSqlState());
    }

    private static Uni<Void> keep(SqlConnection c, NewCredential credential, Issuance issuance) {
        return switch (issuance) {
            case Issuance.Allowed allowed -> CredentialRows.add(c, credential, allowed);
            case Issuance.Refused _ -> Uni.createFrom().voidItem();
        };
    }

    @Override
    public Uni<Optional<List<IssuedCredential>>> of(UUID deviceId) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(deviceId))
                .chain(
                        known ->
                                known.size() == 0
                                        ? Uni.createFrom().item(Optional.empty())
                                        : pool.preparedQuery(CredentialRows.ALL)
                                                .execute(Tuple.of(deviceId))
                                                .map(rows -> Optional.of(CredentialRows.of(rows))));
    }

    @Override
    public Uni<Optional<CredentialEnding>> revoke(UUID deviceId, UUID id, Instant at, String by) {
        return pool.withTransaction(
                c ->
                        c.preparedQuery(REVOKE)
                                .execute(Tuple.of(deviceId, id, Columns.time(at), by))
                                .map(rows -> ending(rows, id))
                                .call(
                                        end ->
                                                end.map(e -> DeviceNotices.give(c, e))
                                                        .orElse(Uni.createFrom().voidItem())));
    }

    private static Optional<CredentialEnding> ending(RowSet<Row> rows, UUID id) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(
                        new CredentialEnding(
                                id, Columns.instant(rows.iterator().next(), "revoked_at")));
    }
}
