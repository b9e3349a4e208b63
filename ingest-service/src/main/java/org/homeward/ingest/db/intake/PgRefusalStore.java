package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.homeward.ingest.RefusalStore;
import org.homeward.ingest.reading.Refusal;

/// [RefusalStore] on PostgreSQL.
@ApplicationScoped
class PgRefusalStore implements RefusalStore {
    private final Pool pool;

    @Inject
    PgRefusalStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> keep(List<Refusal> refusals) {
        return RefusalRows.keep(pool, refusals);
    }
}
