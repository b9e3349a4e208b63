package org.homeward.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.Settings;
import org.junit.jupiter.api.Test;

class ClaimAttemptsTest {
    private final IngestConfig config =
            Settings.of(
                    Map.of(
                            "homeward.ingest.claim.attempts", "3",
                            "homeward.ingest.claim.within", "PT1H"));
    private final Counts counts = new Counts(new SimpleMeterRegistry());
    private final ClaimAttempts attempts =
            new ClaimAttempts(config, counts, new RateLimits(config, counts));

    private long[] take(int times) {
        long[] waits = new long[times];
        for (int i = 0; i < times; i++) {
            waits[i] = attempts.take("a");
        }
        return waits;
    }

    @Test
    void whoGuessesWaitsAndNobodyElse() {
        assertThat(take(3)).containsOnly(0);
        assertThat(attempts.take("a")).isBetween(60L, 1200L);
        assertThat(attempts.take("b")).isZero();
    }

    @Test
    void aSlipCostsATenth() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempts.take("a")).isZero();
            attempts.wasSlip("a");
        }
        assertThat(attempts.take("a")).isZero();
        assertThat(attempts.take("a")).isPositive();
    }

    @Test
    void whatSucceedsCostsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempts.take("a")).isZero();
            attempts.giveBack("a");
        }
        attempts.giveBack("a");
        assertThat(take(3)).containsOnly(0);
        assertThat(attempts.take("a")).isPositive();
    }
}
