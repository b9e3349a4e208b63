package org.homeward.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {
    @Test
    void addressEncryptionAndAuthenticationReachEveryClient() {
        Map<String, Object> connection =
                Map.of(
                        "bootstrap.servers", "kafka:9093",
                        "security.protocol", "SSL",
                        "ssl.keystore.type", "PEM",
                        "ssl.keystore.key", "key",
                        "ssl.keystore.certificate.chain", "chain",
                        "ssl.truststore.certificates", "ca",
                        "sasl.jaas.config", "login",
                        "client.dns.lookup", "use_all_dns_ips");
        assertThat(new KafkaConnection(connection).settings()).isEqualTo(connection);
    }

    @Test
    void whatIsNoConnectionSettingStaysOut() {
        Map<String, Object> broker =
                Map.of(
                        "bootstrap.servers", "kafka:9093",
                        "group.id", "homeward-gateway",
                        "auto.offset.reset", "latest",
                        "devservices.enabled", "false");
        assertThat(new KafkaConnection(broker).settings()).containsOnlyKeys("bootstrap.servers");
    }

    @Test
    void aSettingThatIsBlankWasNotGiven() {
        Map<String, Object> broker = Map.of("bootstrap.servers", "k:1", "sasl.jaas.config", " ");
        assertThat(new KafkaConnection(broker).settings()).containsOnlyKeys("bootstrap.servers");
    }

    @Test
    void whatTheEnvironmentSaysOfEncryptionIsRead() {
        Map<String, String> environment =
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                        "KAFKA_SECURITY_PROTOCOL", "SSL",
                        "KAFKA_SSL_KEYSTORE_TYPE", "PEM",
                        "KAFKA_SSL_KEYSTORE_KEY", "key",
                        "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN", "chain");
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withSources(new EnvConfigSource(environment, 300))
                        .build();
        Map<String, Object> broker =
                new KafkaRuntimeConfigProducer().createKafkaRuntimeConfig(config, new Service());
        assertThat(new KafkaConnection(broker).settings())
                .isEqualTo(
                        Map.of(
                                "bootstrap.servers", "kafka:9093",
                                "security.protocol", "SSL",
                                "ssl.keystore.type", "PEM",
                                "ssl.keystore.key", "key",
                                "ssl.keystore.certificate.chain", "chain"));
    }

    private static final class Service implements ApplicationConfig {
        @Override
        public Optional<String> name() {
            return Optional.of("homeward-test");
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
