package org.homeward.kit.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A service of two channels with the settings that every service has from here, and one of them
/// changed.
class KafkaSettingsCheckTest {
    private static final String EVERY = "mp.messaging.connector.smallrye-kafka.";
    private static final String IN = "mp.messaging.incoming.facts-in.";
    private static final String OUT = "mp.messaging.outgoing.dead-letters-out.";

    private static Map<String, String> service() {
        Properties defaults = new Properties();
        try (InputStream file =
                KafkaSettingsCheck.class.getResourceAsStream(
                        "/META-INF/microprofile-config.properties")) {
            defaults.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        defaults.stringPropertyNames().stream()
                .filter(name -> name.startsWith(EVERY))
                .forEach(name -> settings.put(name, defaults.getProperty(name)));
        settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
        settings.put(IN + "connector", "smallrye-kafka");
        settings.put(IN + "failure-strategy", "fail");
        settings.put(IN + "group.instance.id", "facts-0");
        settings.put(OUT + "connector", "smallrye-kafka");
        return settings;
    }

    private static void start(Map<String, String> settings) {
        start(settings, true);
    }

    private static void start(Map<String, String> settings, boolean connected) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "service", 100))
                        .build();
        new KafkaSettingsCheck(new ChannelClients(config, connected), config)
                .check(new StartupEvent());
    }

    @Test
    void aServiceWithTheDefaultsOfAllStarts() {
        assertThatCode(() -> start(service())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "acks, 1",
        "acks, 0",
        "enable.idempotence, false",
        "retries, 0",
        "delivery.timeout.ms, 120000",
        "max.block.ms, 60000",
        "cloud-events, true",
    })
    void aProducerThatWouldLoseDataRefusesTheStart(String key, String value) {
        isRefused(EVERY + key, value, "dead-letters-out: ");
        isRefused(OUT + key, value, "dead-letters-out: ");
    }

    @ParameterizedTest
    @CsvSource({
        "enable.auto.commit, true",
        "auto.offset.reset, latest",
        "auto.offset.reset, none",
        "isolation.level, read_uncommitted",
        "session.timeout.ms, 45000",
        "heartbeat.interval.ms, 3000",
        "value.deserializer, org.apache.kafka.common.serialization.StringDeserializer",
        "commit-strategy, latest",
        "commit-strategy, checkpoint",
        "commit-strategy, ignore",
        "graceful-shutdown, false",
        "fail-on-deserialization-failure, true",
        "throttled.unprocessed-record-max-age.ms, 60000",
    })
    void aConsumerThatWouldLoseDataOrStallRefusesTheStart(String key, String value) {
        isRefused(EVERY + key, value, "facts-in: ");
        isRefused(IN + key, value, "facts-in: ");
    }

    private static void isRefused(String key, String value, String channel) {
        Map<String, String> settings = service();
        settings.put(key, value);
        assertThatIllegalStateException()
                .isThrownBy(() -> start(settings))
                .withMessageContaining(channel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVERY + "acks",
                EVERY + "enable.auto.commit",
                EVERY + "auto.offset.reset",
                EVERY + "isolation.level",
                EVERY + "commit-strategy",
                IN + "group.instance.id",
                IN + "failure-strategy",
            })
    void aSettingLeftToTheClientsOwnDefaultRefusesTheStart(String key) {
        Map<String, String> settings = service();
        settings.remove(key);
        assertThatIllegalStateException().isThrownBy(() -> start(settings));
    }

    @Test
    void aChannelWhoseClientCannotBeSeenRefusesTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(service(), false))
                .withMessageContaining("facts-in: has no client")
                .withMessageContaining("dead-letters-out: has no client");
    }
}
