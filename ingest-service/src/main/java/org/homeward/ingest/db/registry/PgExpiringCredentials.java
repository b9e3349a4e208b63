package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.homeward.ingest.credential.ExpiringCredentials;
import org.homeward.ingest.db.Columns;

/// [ExpiringCredentials] on PostgreSQL: an index holds those not told of, by their due time.
@ApplicationScoped
class PgExpiringCredentials implements ExpiringCredentials {
    private static final String DUE =
            """
            SELECT c.id, c.device_id, a.patient_id
            FROM credential c
            LEFT JOIN assignment a ON a.device_id = c.device_id AND a.during @> now()
            WHERE c.told_at IS NULL AND c.revoked_at IS NULL AND c.valid_until IS NULL
              AND c.rotate_by <= $1
            ORDER BY c.rotate_by LIMIT $2
            """;
    private static final String TOLD = "UPDATE credential SET told_at = $2 WHERE id = ANY($1)";

    private final Pool pool;

    @Inject
    PgExpiringCredentials(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Expiring>> due(Instant by, int most) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(Columns.time(by), most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PgExpiringCredentials::expiring)
                                        .toList());
    }

    private static Expiring expiring(Row row) {
        return new Expiring(
                Objects.requireNonNull(row.getUUID("id")),
                Objects.requireNonNull(row.getUUID("device_id")),
                row.getUUID("patient_id"));
    }

    @Override
    public Uni<Void> told(List<Expiring> credentials, Instant at) {
        return pool.preparedQuery(TOLD)
                .execute(
                        Tuple.of(
                                credentials.stream()
                                        .map(Expiring::credentialId)
                                        .toArray(UUID[]::new),
                                Columns.time(at)))
                .replaceWithVoid();
    }
}
