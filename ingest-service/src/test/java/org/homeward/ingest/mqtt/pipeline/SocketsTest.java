package org.homeward.ingest.mqtt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.homeward.ingest.Settings;
import org.homeward.ingest.door.Doors;
import org.junit.jupiter.api.Test;

class SocketsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Sockets sockets =
            new Sockets(
                    Settings.of(Map.of("homeward.ingest.rate.network-connections", "2")),
                    Doors.counts(metrics));

    @Test
    void anAddressHasSoManyAndNoOtherPaysForIt() {
        assertThat(sockets.enter("a")).isTrue();
        assertThat(sockets.enter("a")).isTrue();
        assertThat(sockets.enter("a")).isFalse();
        assertThat(sockets.enter("b")).isTrue();
        assertThat(metrics.counter("homeward.ingest.turned.away", "cause", "rate").count())
                .isEqualTo(1);
    }

    @Test
    void oneThatClosesMakesRoomForOne() {
        assertThat(sockets.enter("a")).isTrue();
        assertThat(sockets.enter("a")).isTrue();
        sockets.leave("a");
        assertThat(sockets.enter("a")).isTrue();
        assertThat(sockets.enter("a")).isFalse();
    }

    @Test
    void whoseAddressNobodyKnowsIsNotCounted() {
        for (int i = 0; i < 3; i++) {
            assertThat(sockets.enter("")).isTrue();
        }
    }
}
