package org.homeward.ingest.db.correction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.correction.CriticalEvidence;
import org.jboss.logging.Logger;

/// [CriticalEvidence] in a small table, and beyond it what the topic says that is not yet in it.
@ApplicationScoped
class PgCriticalEvidence implements CriticalEvidence {
    private static final Logger LOG = Logger.getLogger(PgCriticalEvidence.class);
    private static final String LEARN =
            """
            INSERT INTO critical_evidence (reading_id, alert_id)
            SELECT * FROM unnest($1::uuid[], $2::uuid[]) ORDER BY 1, 2
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND =
            "SELECT alert_id FROM critical_evidence WHERE reading_id = $1";

    private final Pool pool;
    private final Unread unread;

    @Inject
    PgCriticalEvidence(Pool pool, Unread unread) {
        this.pool = pool;
        this.unread = unread;
    }

    @Override
    public Uni<Void> learn(List<Learnt> all) {
        List<UUID> readings = new ArrayList<>();
        List<UUID> alerts = new ArrayList<>();
        for (Learnt learnt : all) {
            learnt.readings()
                    .forEach(
                            reading -> {
                                readings.add(reading);
                                alerts.add(learnt.alert());
                            });
        }
        if (readings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(LEARN)
                .execute(Tuple.of(readings.toArray(UUID[]::new), alerts.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /// The topic is read first: what is learnt meanwhile is then in one of the two.
    @Override
    public Uni<Found> of(UUID patient, UUID reading) {
        return unread.of(patient)
                .map(rest -> new Found(alerts(rest, reading), true))
                .onFailure()
                .recoverWithItem(
                        e -> {
                            LOG.warnf("the alerts cannot be asked: %s", e.getClass().getName());
                            return new Found(Set.of(), false);
                        })
                .chain(found -> stored(reading).map(known -> all(found, known)));
    }

    private static Set<UUID> alerts(List<Learnt> rest, UUID reading) {
        Set<UUID> out = new HashSet<>();
        rest.stream().filter(l -> l.readings().contains(reading)).forEach(l -> out.add(l.alert()));
        return out;
    }

    private Uni<Set<UUID>> stored(UUID reading) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(reading))
                .map(
                        rows -> {
                            Set<UUID> out = new HashSet<>();
                            rows.forEach(row -> out.add(row.getUUID("alert_id")));
                            return out;
                        });
    }

    private static Found all(Found found, Set<UUID> known) {
        Set<UUID> all = new HashSet<>(found.alerts());
        all.addAll(known);
        return new Found(all, found.complete());
    }
}
