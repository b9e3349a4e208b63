package org.homeward.alert.kafka;

import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.homeward.kit.kafka.KafkaConnection;

/// How the chart tells a service to reach a broker: environment variables.
final class ChartSettings {
    private ChartSettings() {}

    static Map<String, String> environment(String address, Authority.Identity own, String trusted) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                address,
                "KAFKA_SECURITY_PROTOCOL",
                "SSL",
                "KAFKA_SSL_KEYSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_KEYSTORE_KEY",
                own.key(),
                "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN",
                own.certificate(),
                "KAFKA_SSL_TRUSTSTORE_CERTIFICATES",
                trusted);
    }

    /// What the service's own clients are made with then.
    static Map<String, Object> connection(Map<String, String> environment) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withSources(new EnvConfigSource(environment, 300))
                        .build();
        return new KafkaConnection(
                        new KafkaRuntimeConfigProducer()
                                .createKafkaRuntimeConfig(config, new Nameless()))
                .settings();
    }

    private static final class Nameless implements ApplicationConfig {
        @Override
        public Optional<String> name() {
            return Optional.empty();
        }

        @Override
        public Optional<String> version() {
            return Optional.empty();
        }

        @Override
        public Optional<String> uiHeader() {
            return Optional.empty();
        }
    }
}
