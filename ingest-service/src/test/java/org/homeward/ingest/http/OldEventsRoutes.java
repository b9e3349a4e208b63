package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import org.homeward.ingest.Given;
import org.homeward.kit.outbox.OldEvents;
import org.junit.jupiter.api.Test;

/// What the outbox forgets, on a store that is in use; [InternalApiIT] runs it.
interface OldEventsRoutes {
    @Test
    default void eventsThatWerePublishedLongAgoLeaveInPortions() {
        Pool pool = Given.bean(Pool.class);
        Given.await(
                pool.query(
                                """
                                INSERT INTO outbox (seq, id, topic, type, key, value, occurred_at,
                                  published_at)
                                OVERRIDING SYSTEM VALUE
                                SELECT -n, gen_random_uuid(), 't', 'old', 'k', '', now(),
                                  now() - CASE WHEN n > 10 THEN interval '8 days'
                                    ELSE interval '6 days' END
                                FROM generate_series(1, 1500) AS n
                                """)
                        .execute());
        assertThat(Given.await(OldEvents.forget(pool))).isEqualTo(1000);
        assertThat(Given.await(OldEvents.forget(pool))).isEqualTo(490);
        assertThat(Given.await(OldEvents.forget(pool))).isZero();
        Given.await(pool.query("DELETE FROM outbox WHERE type = 'old'").execute());
    }
}
