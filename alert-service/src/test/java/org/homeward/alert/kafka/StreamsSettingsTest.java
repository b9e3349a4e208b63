package org.homeward.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.homeward.alert.AlertConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsSettingsTest {
    @Test
    void theSettingsInEffectAreThoseThatDeliveryNeeds() {
        assertThat(StreamsSettings.violations(settings())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "processing.guarantee, at_least_once",
        "commit.interval.ms, 100",
        "main.consumer.session.timeout.ms, 45000",
        "main.consumer.heartbeat.interval.ms, 3000",
        "main.consumer.auto.offset.reset, latest",
        "main.consumer.isolation.level, read_uncommitted",
        "producer.linger.ms, 100",
    })
    void aSettingThatLosesOrDelaysAlertsIsFound(String key, String value) {
        Properties settings = settings();
        settings.put(key, value);
        assertThat(StreamsSettings.violations(settings)).isNotEmpty();
        isRefused(settings);
    }

    /// Kafka's own check finds it first.
    @Test
    void aProducerThatDoesNotWaitForTheReplicasRefusesTheStartToo() {
        Properties settings = settings();
        settings.put("producer.acks", "1");
        isRefused(settings);
    }

    private static void isRefused(Properties settings) {
        EvaluatorStreams streams = new EvaluatorStreams(settings);
        assertThatThrownBy(() -> streams.start(new StartupEvent()))
                .isInstanceOfAny(IllegalStateException.class, ConfigException.class);
        assertThat(streams.state()).isEqualTo(KafkaStreams.State.CREATED);
    }

    @Test
    void aMissingInstanceIdIsFound() {
        Properties settings = settings();
        settings.remove("main.consumer.group.instance.id");
        assertThat(StreamsSettings.violations(settings))
                .containsExactly("consumer: group.instance.id is missing");
    }

    @Test
    void everyClientWithinReachesTheBrokerInTheSameWay() {
        Map<String, Object> connection =
                Map.of(
                        "bootstrap.servers", "kafka:9093",
                        "security.protocol", "SSL",
                        "ssl.keystore.type", "PEM",
                        "ssl.keystore.key", "key",
                        "ssl.keystore.certificate.chain", "chain",
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.certificates", "ca");
        StreamsConfig effective =
                new StreamsConfig(StreamsSettings.of(config("alert-service"), connection, "0"));
        assertThat(effective.getMainConsumerConfigs("g", "c", 1)).containsAllEntriesOf(connection);
        assertThat(effective.getRestoreConsumerConfigs("c")).containsAllEntriesOf(connection);
        assertThat(effective.getGlobalConsumerConfigs("c")).containsAllEntriesOf(connection);
        assertThat(effective.getProducerConfigs("c")).containsAllEntriesOf(connection);
        assertThat(effective.getAdminConfigs("c")).containsAllEntriesOf(connection);
    }

    private static Properties settings() {
        return StreamsSettings.of(config("alert-service"), address("127.0.0.1:9"), "0");
    }

    static Map<String, Object> address(String bootstrapServers) {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    static AlertConfig config(String applicationId) {
        return new AlertConfig() {
            private final Map<String, Duration> durations =
                    Map.of("snooze", Duration.ofHours(24), "database", Duration.ofSeconds(5));

            @Override
            public String applicationId() {
                return applicationId;
            }

            @Override
            public Optional<Path> stateDir() {
                return Optional.of(Path.of("target", "streams-" + applicationId));
            }

            @Override
            public int streamThreads() {
                return 1;
            }

            @Override
            public int standbyReplicas() {
                return 0;
            }

            @Override
            public Duration longestSnooze() {
                return durations.getOrDefault("snooze", Duration.ZERO);
            }

            @Override
            public Duration databaseDeadline() {
                return durations.getOrDefault("database", Duration.ZERO);
            }
        };
    }
}
