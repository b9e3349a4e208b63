package org.homeward.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.homeward.kit.kafka.KafkaConnection;
import org.junit.jupiter.api.Test;

class FeedConsumersTest {
    @Test
    void theFeedReadsCommittedRecordsWithoutAGroupAndNeverJumps() {
        assertThat(settings(Map.of("bootstrap.servers", "127.0.0.1:1")))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("auto.offset.reset", "none")
                .doesNotContainKey("group.id");
    }

    @Test
    void theFeedReachesTheBrokerAsTheChannelsDo() {
        Map<String, Object> connection =
                Map.of(
                        "bootstrap.servers", "kafka:9093",
                        "security.protocol", "SSL",
                        "ssl.keystore.type", "PEM",
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.certificates", "ca");
        ConsumerConfig effective = new ConsumerConfig(settings(connection));
        assertThat(effective.originals()).containsAllEntriesOf(connection);
        assertThat(effective.getString("security.protocol")).isEqualTo("SSL");
    }

    private static Map<String, Object> settings(Map<String, Object> connection) {
        return new FeedConsumers(new KafkaConnection(connection)).settings();
    }
}
