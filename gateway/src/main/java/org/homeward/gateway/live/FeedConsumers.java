package org.homeward.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.kit.kafka.KafkaConnection;

/// Consumers of the feed: without a group, so that every instance reads everything, and committed
/// records only, so that nothing is shown that a rolled back transaction takes back.
@ApplicationScoped
class FeedConsumers {
    private static final Map<String, Object> OWN =
            Map.of(
                    ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                    ByteArrayDeserializer.class,
                    ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                    ByteArrayDeserializer.class,
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "none",
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    100,
                    ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                    1_048_576,
                    ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    10_000);

    private final KafkaConnection connection;

    @Inject
    FeedConsumers(KafkaConnection connection) {
        this.connection = connection;
    }

    KafkaConsumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(settings());
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection.settings());
        settings.putAll(OWN);
        return settings;
    }

    /// How many partitions each topic of the feed has.
    static List<Integer> partitions(KafkaConsumer<?, ?> consumer) {
        return OffsetVector.TOPICS.stream()
                .map(topic -> consumer.partitionsFor(topic, Duration.ofSeconds(10)).size())
                .toList();
    }
}
