package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.registry.CareRegistry;

/// [CareRegistry] on PostgreSQL.
@ApplicationScoped
class PgCareRegistry implements CareRegistry {
    private static final String UPSERT =
            """
            INSERT INTO care (patient_id, version, monitoring, ended_at)
            SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::timestamptz[])
            ON CONFLICT (patient_id) DO UPDATE SET version = excluded.version,
              monitoring = excluded.monitoring, ended_at = excluded.ended_at
            WHERE care.version < excluded.version
            """;

    private final Pool pool;

    @Inject
    PgCareRegistry(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> apply(List<Care> changes) {
        Map<UUID, Care> newest = new LinkedHashMap<>();
        changes.forEach(
                c -> newest.merge(c.patientId(), c, (a, b) -> a.version() > b.version() ? a : b));
        List<Care> rows = List.copyOf(newest.values());
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(UPSERT)
                .execute(
                        Tuple.of(
                                rows.stream().map(Care::patientId).toArray(UUID[]::new),
                                rows.stream().map(Care::version).toArray(Long[]::new),
                                Columns.texts(rows, Care::monitoring),
                                rows.stream()
                                        .map(
                                                c ->
                                                        c.endedAt() == null
                                                                ? null
                                                                : Columns.time(c.endedAt()))
                                        .toArray(java.time.OffsetDateTime[]::new)))
                .replaceWithVoid();
    }
}
