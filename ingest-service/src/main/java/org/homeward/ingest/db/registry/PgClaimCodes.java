package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.credential.ClaimCodes;
import org.homeward.ingest.credential.CredentialRegistry.NewCredential;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.device.Issuance.Cause;
import org.homeward.ingest.device.KeptClaim;
import org.homeward.ingest.device.TokenHash;

/// [ClaimCodes] on PostgreSQL. Whoever exchanges holds the device's own row, as whoever makes a
/// credential does.
@ApplicationScoped
class PgClaimCodes implements ClaimCodes {
    private static final String KEEP =
            """
            INSERT INTO claim_code (device_id, code_hash, made_at, made_by, expires_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (device_id) DO UPDATE SET code_hash = excluded.code_hash,
              made_at = excluded.made_at, made_by = excluded.made_by,
              expires_at = excluded.expires_at, used_at = NULL
            """;
    private static final String FIND =
            """
            SELECT device_id, made_by, expires_at, used_at FROM claim_code WHERE code_hash = $1
            """;
    private static final String USE =
            """
            UPDATE claim_code SET used_at = $2
            WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2
            """;

    /// It stays known as the device's, so that whoever shows it later is told of as that.
    private static final String FINISH =
            """
            WITH ended AS (
              UPDATE claim_code SET expires_at = least(expires_at, $2) WHERE device_id = $1)
            SELECT id FROM device WHERE id = $1
            """;

    private final Pool pool;

    @Inject
    PgClaimCodes(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Issuance> keep(NewClaimCode code) {
        return pool.withTransaction(
                c ->
                        CredentialRows.holder(c, code.deviceId())
                                .map(holder -> another(holder, code))
                                .call(issuance -> keep(c, code, issuance)));
    }

    private static Issuance another(Optional<Issuance.Holder> holder, NewClaimCode code) {
        return holder.map(h -> h.another(code.at(), Duration.ZERO))
                .orElse(new Issuance.Refused(Cause.UNKNOWN_DEVICE));
    }

    private static Uni<Void> keep(SqlConnection c, NewClaimCode code, Issuance issuance) {
        return switch (issuance) {
            case Issuance.Allowed _ ->
                    c.preparedQuery(KEEP)
                            .execute(
                                    Tuple.of(
                                            code.deviceId(),
                                            bytes(code.hash()),
                                            Columns.time(code.at()),
                                            code.by(),
                                            Columns.time(code.expiresAt())))
                            .replaceWithVoid();
            case Issuance.Refused _ -> Uni.createFrom().voidItem();
        };
    }

    @Override
    public Uni<Optional<UUID>> end(UUID deviceId, Instant at) {
        return pool.preparedQuery(FINISH)
                .execute(Tuple.of(deviceId, Columns.time(at)))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(deviceId));
    }

    @Override
    public Uni<Claim> exchange(TokenHash hash, Exchange exchange) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(bytes(hash)))
                .map(PgClaimCodes::kept)
                .chain(
                        found ->
                                found.map(kept -> exchange(kept, hash, exchange))
                                        .orElse(Uni.createFrom().item(new Claim.Unknown())));
    }

    private static Optional<KeptClaim> kept(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(
                new KeptClaim(
                        Objects.requireNonNull(row.getUUID("device_id")),
                        Objects.requireNonNull(row.getString("made_by")),
                        Columns.instant(row, "expires_at"),
                        Columns.instantOrNull(row, "used_at")));
    }

    private Uni<Claim> exchange(KeptClaim kept, TokenHash hash, Exchange exchange) {
        if (!kept.isLive(exchange.at())) {
            return Uni.createFrom().item(new Claim.Ended(kept.deviceId()));
        }
        return pool.withTransaction(
                c ->
                        CredentialRows.holder(c, kept.deviceId())
                                .map(holder -> holder.orElseThrow())
                                .map(h -> h.another(exchange.at(), exchange.overlap()))
                                .chain(
                                        issuance ->
                                                switch (issuance) {
                                                    case Issuance.Allowed allowed ->
                                                            take(c, hash, kept, exchange, allowed);
                                                    case Issuance.Refused refused ->
                                                            refused(kept, refused.cause());
                                                }));
    }

    private static Uni<Claim> refused(KeptClaim kept, Cause cause) {
        return Uni.createFrom()
                .item(
                        cause == Cause.TWO_CREDENTIALS
                                ? new Claim.TwoCredentials()
                                : new Claim.Ended(kept.deviceId()));
    }

    /// Who marks the code as used has won; whoever waited meanwhile finds it used.
    private static Uni<Claim> take(
            SqlConnection c,
            TokenHash hash,
            KeptClaim kept,
            Exchange exchange,
            Issuance.Allowed allowed) {
        NewCredential credential = exchange.credential().apply(kept);
        return c.preparedQuery(USE)
                .execute(Tuple.of(bytes(hash), Columns.time(exchange.at())))
                .chain(
                        rows ->
                                rows.rowCount() == 0
                                        ? Uni.createFrom().item(new Claim.Ended(kept.deviceId()))
                                        : CredentialRows.add(c, credential, allowed)
                                                .replaceWith(
                                                        new Claim.Taken(
                                                                credential, allowed.replaced())));
    }

    private static Buffer bytes(TokenHash hash) {
        return Buffer.buffer(hash.toBytes());
    }
}
