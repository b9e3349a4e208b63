package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.EventType;
import org.homeward.ingest.Settings;
import org.junit.jupiter.api.Test;

/// A rebuild whose door somebody has opened by mistake.
class RebuildProducerTest {
    private static final EventProducer.Outgoing EVENT =
            new EventProducer.Outgoing(
                    EventType.TELEMETRY_RECEIVED,
                    new UUID(1, 1),
                    new UUID(2, 2),
                    Instant.EPOCH,
                    Empty.getDefaultInstance());

    @SuppressWarnings("NullAway") // A rebuild has no use for the channel and its client.
    private final EventProducer producer =
            new EventProducer(
                    null,
                    null,
                    null,
                    Settings.of(Map.of("homeward.ingest.rebuild-from", "ingest")));

    @Test
    void whatComesFromOutsideIsNotAcknowledged() {
        assertThat(producer.offer(EVENT)).isCompletedExceptionally();
    }

    @Test
    void whatFollowsFromTheLogIsToldNobody() {
        assertThat(producer.send(EVENT)).isCompleted();
    }
}
