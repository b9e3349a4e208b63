package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.homeward.ingest.credential.CredentialStore;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;

/// [CredentialStore] on PostgreSQL.
@ApplicationScoped
class PgCredentialStore implements CredentialStore {
    private static final String FIND =
            """
            SELECT c.token_hash, c.id, c.device_id, c.valid_until,
              c.revoked_at IS NOT NULL OR d.disabled_at IS NOT NULL AS ended
            FROM credential c JOIN device d ON d.id = c.device_id WHERE c.token_hash = ANY($1)
            """;

    private final Pool pool;

    @Inject
    PgCredentialStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<TokenHash, Credential>> find(List<TokenHash> hashes) {
        Buffer[] bytes =
                hashes.stream().map(hash -> Buffer.buffer(hash.toBytes())).toArray(Buffer[]::new);
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addValue(bytes))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .collect(
                                                Collectors.toMap(
                                                        PgCredentialStore::hash,
                                                        PgCredentialStore::credential)));
    }

    private static TokenHash hash(Row row) {
        return new TokenHash(((Buffer) row.getValue("token_hash")).getBytes());
    }

    private static Credential credential(Row row) {
        UUID device = Objects.requireNonNull(row.getUUID("device_id"));
        return row.getBoolean("ended")
                ? new Credential.Ended(device)
                : new Credential.Valid(
                        device,
                        Objects.requireNonNull(row.getUUID("id")),
                        Columns.instantOrNull(row, "valid_until"));
    }
}
