package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.door.ConcernLog;
import org.homeward.ingest.reading.Concern;
import org.junit.jupiter.api.Test;

class LossesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID DEVICE = new UUID(1, 1);

    private final List<Concern> told = new ArrayList<>();
    private final Losses losses = new Losses(new ConcernLog(told));

    private void lost(int second) {
        losses.lost(DEVICE, START.plusSeconds(second));
    }

    private void look(int second, boolean back) {
        losses.look(START.plusSeconds(second), _ -> back);
    }

    private List<Instant> times() {
        return told.stream().map(Concern::at).toList();
    }

    @Test
    void ofManyLossesInFiveMinutesTheFirstIsToldAtOnceAndTheLastIfTheDeviceStaysAway() {
        for (int second = 0; second < 250; second++) {
            lost(second);
            look(second, false);
        }
        assertThat(times()).containsExactly(START);
        look(300, false);
        assertThat(times()).containsExactly(START, START.plusSeconds(249));
        look(1000, false);
        assertThat(told).hasSize(2);
    }

    @Test
    void whoIsBackIsNotToldOf() {
        lost(0);
        lost(1);
        look(300, true);
        assertThat(times()).containsExactly(START);
    }

    @Test
    void afterFiveMinutesALossIsToldAtOnceAgainAndAnothersAlways() {
        lost(0);
        losses.lost(new UUID(1, 2), START);
        look(300, false);
        lost(301);
        assertThat(times()).containsExactly(START, START, START.plusSeconds(301));
    }
}
