package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.homeward.ingest.CredentialStore;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;

/// [CredentialStore] on PostgreSQL.
@ApplicationScoped
class PgCredentialStore implements CredentialStore {
    private static final String FIND =
            "SELECT id FROM device WHERE token_hash = $1 AND disabled_at IS NULL";

    private final Pool pool;

    @Inject
    PgCredentialStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Credential>> find(TokenHash hash) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Buffer.buffer(hash.toBytes())))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .map(row -> new Credential(row.getUUID("id"))));
    }
}
