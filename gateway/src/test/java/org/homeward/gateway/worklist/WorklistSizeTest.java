package org.homeward.gateway.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.access.Caller;
import org.homeward.gateway.access.Role;
import org.junit.jupiter.api.Test;

/// Ten thousand patients of one team, read page by page to the end.
@QuarkusTest
class WorklistSizeTest implements RealGateway {
    private static final int PATIENTS = 10_000;
    private static final Caller NURSE =
            new Caller("nurse-of-many", Set.of(Role.NURSE), "", Instant.MAX);
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject Pool pool;
    @Inject PgWorklist worklist;

    private void admit() {
        pool.query(
                        "insert into team_member values ('00000000-0000-4000-9000-0000000000ff', 'nurse-of-many')"
                                + " on conflict do nothing; insert into patient_row (patient_id, lead_team_id, urgency, sort_at,"
                                + " next_action) select gen_random_uuid(), '00000000-0000-4000-9000-0000000000ff', i % 90,"
                                + " now() - i * interval '1 minute', case when i % 90 < 20 then 'acknowledge' else 'none' end"
                                + " from generate_series(1, "
                                + PATIENTS
                                + ") i; analyze patient_row")
                .execute()
                .await()
                .atMost(LONG);
    }

    @Test
    void tenThousandPatientsAreReadPageByPageEachOnceAndInTime() {
        admit();
        assertThat(worklist.counts(NURSE).await().atMost(LONG)).containsEntry("all", PATIENTS);
        Set<UUID> seen = new HashSet<>();
        long longest = 0;
        String next = null;
        do {
            long start = System.nanoTime();
            PgWorklist.Lines lines =
                    worklist.page(NURSE, Tab.ALL, WorklistCursor.parse(next), 200)
                            .await()
                            .atMost(LONG);
            longest = Math.max(longest, System.nanoTime() - start);
            lines.rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
            next = lines.next();
        } while (next != null);
        assertThat(seen).hasSize(PATIENTS);
        // Far above what is measured, below what a scan per page would take with a hundred
        // thousand.
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(2));
        System.getLogger("worklist")
                .log(System.Logger.Level.INFO, "longest page ms: {0}", longest / 1_000_000);
    }
}
