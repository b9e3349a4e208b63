package org.homeward.alert.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;
import org.homeward.alert.AlertConfig;

/// The evaluator's Kafka settings (DELIVERY.md), and the check that they are in effect. Defaults
/// would lose an alert whose state was written and whose event was not, or stall for 45 s after a
/// kill.
public final class StreamsSettings {
    /// A commit costs the broker something for each partition written since the last one, however
    /// little was written, and an alert is seen when its transaction is committed: twenty commits a
    /// second are the balance (docs/decisions/0052).
    private static final Map<String, String> STREAMS =
            Map.of(
                    StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                    StreamsConfig.EXACTLY_ONCE_V2,
                    StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                    "50");

    private static final Map<String, String> CONSUMER =
            Map.of(
                    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                    "6000",
                    ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                    "2000",
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed",
                    ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                    "classic");
    private static final Map<String, String> PRODUCER =
            Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "-1",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    "true",
                    ProducerConfig.LINGER_MS_CONFIG,
                    "0");

    private StreamsSettings() {}

    /// The settings of one instance.
    ///
    /// @param connection how the broker is reached, for each of the clients within
    /// @param instance stable across restarts, so that a killed instance takes its partitions back
    static Properties of(AlertConfig config, Map<String, Object> connection, String instance) {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.putAll(STREAMS);
        CONSUMER.forEach(
                (key, value) -> settings.put(StreamsConfig.mainConsumerPrefix(key), value));
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), "0");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), "5000");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), "8388608");
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                config.applicationId() + "-" + instance);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), "20");
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.streamThreads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        // A poll that waits as long as the commit interval would delay the commit.
        settings.put(StreamsConfig.POLL_MS_CONFIG, "10");
        settings.put(
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
                UsePartitionTimeOnInvalidTimestamp.class.getName());
        config.stateDir()
                .ifPresent(dir -> settings.put(StreamsConfig.STATE_DIR_CONFIG, dir.toString()));
        return settings;
    }

    /// What of the effective configuration would lose or delay alerts; empty if nothing.
    static List<String> violations(Properties settings) {
        Map<String, Object> copy = new HashMap<>();
        settings.forEach((key, value) -> copy.put(key.toString(), value));
        StreamsConfig config = new StreamsConfig(copy);
        List<String> found = new ArrayList<>();
        compare(found, "streams", STREAMS, config.values());
        Map<String, Object> consumer = config.getMainConsumerConfigs("group", "client", 1);
        compare(found, "consumer", CONSUMER, consumer);
        if (String.valueOf(consumer.get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG)).equals("null")) {
            found.add("consumer: group.instance.id is missing");
        }
        ProducerConfig producer =
                new ProducerConfig(withSerializers(config.getProducerConfigs("client")));
        compare(found, "producer", PRODUCER, producer.values());
        return found;
    }

    private static Map<String, Object> withSerializers(Map<String, Object> producer) {
        Map<String, Object> all = new HashMap<>(producer);
        String bytes = "org.apache.kafka.common.serialization.ByteArraySerializer";
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, bytes);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, bytes);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "check");
        return all;
    }

    private static void compare(
            List<String> found, String what, Map<String, String> wanted, Map<String, ?> actual) {
        wanted.forEach(
                (key, value) -> {
                    String is = String.valueOf(actual.get(key));
                    if (!is.equals(value)) {
                        found.add(what + ": " + key + " is " + is + ", not " + value);
                    }
                });
    }
}
