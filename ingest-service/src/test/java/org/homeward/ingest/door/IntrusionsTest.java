package org.homeward.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.reading.Concern;
import org.junit.jupiter.api.Test;

class IntrusionsTest {
    private final List<Concern> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Intrusions intrusions = new Intrusions(new ConcernLog(told), new Counts(meters));

    @Test
    void theSameAttemptIsToldOnceAndCountedEachTime() {
        for (int i = 0; i < 100; i++) {
            intrusions.ended(new UUID(1, 1));
            intrusions.otherDevice(new UUID(1, 1));
        }
        assertThat(told)
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.kind()).isEqualTo(Concern.Kind.SECURITY))
                .allSatisfy(c -> assertThat(c.deviceId()).isEqualTo(new UUID(1, 1)));
        assertThat(meters.counter("homeward.ingest.turned.away", "cause", "credential").count())
                .isEqualTo(200);
    }

    @Test
    void manyDevicesCannotFloodTheTopicEither() {
        for (int i = 0; i < 5000; i++) {
            intrusions.otherDevice(new UUID(2, i));
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(30).hasSizeLessThan(500);
    }
}
