package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An environment variable that no setting answers to is a typing mistake which only a broken
/// deployment would show.
class SettingsTest {
    private static final Pattern MQTT_TLS = Pattern.compile("HOMEWARD_INGEST_MQTT_TLS_\\w+");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:}]+)");

    /// Settings of Quarkus itself that only a deployment behind a TLS-ending proxy needs.
    private static final Set<String> BEHIND_A_PROXY =
            Set.of(
                    "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
                    "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED",
                    "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST",
                    "QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE",
                    "QUARKUS_OIDC_AUTHENTICATION_FORCE_REDIRECT_HTTPS_SCHEME");

    @ParameterizedTest
    @EnumSource
    void everyEnvironmentNameIsASettingOfItsService(Size size) {
        Repository.SERVICES.forEach(
                (key, folder) -> {
                    Set<String> known = environmentNames(folder);
                    known.addAll(key.equals("gateway") ? BEHIND_A_PROXY : Set.of());
                    assertThat(names(size, folder))
                            .hasSizeGreaterThan(8)
                            .doesNotHaveDuplicates()
                            .allMatch(
                                    name -> known.contains(name) || isKafkaClientSetting(name),
                                    "a setting of " + key);
                });
    }

    @Test
    void aNameThatNoServiceReadsIsSeen() {
        assertThat(environmentNames("gateway")).doesNotContain("HOMEWARD_GATEWAY_INGST_URL");
        assertThat(isKafkaClientSetting("KAFKA_SSL_KEYSTORE_KIND")).isFalse();
        assertThat(isKafkaClientSetting("KAFKA_SSL_KEYSTORE_TYPE")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void eachServiceUsesItsOwnRole(Size size) {
        Repository.SERVICES.forEach(
                (key, folder) -> {
                    assertThat(value(size, folder, "HOMEWARD_DB_USER")).isEqualTo(key);
                    assertThat(Repository.settings(folder).getProperty("homeward.db.user"))
                            .isEqualTo(key);
                });
    }

    @ParameterizedTest
    @EnumSource
    void theDeviceEdgeBelievesTheIngressAndNobodyElse(Size size, @TempDir Path folder)
            throws IOException {
        assertThat(value(size, "ingest-service", "HOMEWARD_INGEST_TRUSTED_PROXIES"))
                .contains("10.0.0.0/8")
                .doesNotContain("0.0.0.0/0");
        assertThat(names(size, "ingest-service")).noneMatch(name -> name.contains("FORWARD"));
        String none = "ingress: {trustedProxies: []}";
        Path values = Files.writeString(folder.resolve("values.yaml"), none);
        assertThat(Size.render(size.valuesFile(), Size.digests(), values))
                .doesNotContain("TRUSTED_PROXIES");
    }

    @Test
    void mqttOverTlsIsThereWhereItIsAskedFor(@TempDir Path folder) throws IOException {
        String tls = "services: {ingest: {mqtt: {tls: {enabled: true, secret: mqtt-key}}}}";
        Path values = Files.writeString(folder.resolve("values.yaml"), tls);
        Path size = Size.STANDARD.valuesFile();
        assertThat(Size.render(size, Size.digests())).doesNotContain("8883", "MQTT_TLS");
        String rendered = Size.render(size, Size.digests(), values);
        assertThat(rendered)
                .contains("containerPort: 8883", "port: 8883", "secretName: mqtt-key")
                .contains("targetPort: mqtts", "{protocol: TCP, port: 8883}");
        assertThat(MQTT_TLS.matcher(rendered).results().map(MatchResult::group))
                .hasSize(3)
                .isSubsetOf(environmentNames("ingest-service"));
    }

    /// The names by which a setting can be given in the environment: every key of the packaged
    /// settings and every key that one of their values refers to.
    private static Set<String> environmentNames(String folder) {
        var settings = Repository.settings(folder);
        var keys = new HashSet<String>(settings.stringPropertyNames());
        for (String key : settings.stringPropertyNames()) {
            REFERENCE
                    .matcher(settings.getProperty(key))
                    .results()
                    .forEach(reference -> keys.add(reference.group(1)));
        }
        return keys.stream()
                .map(SettingsTest::environment)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String environment(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /// `kafka.*` reaches every client as it is.
    private static boolean isKafkaClientSetting(String name) {
        Set<String> settings = new HashSet<>(ConsumerConfig.configNames());
        settings.retainAll(ProducerConfig.configNames());
        settings.add(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        return settings.stream().map(key -> "KAFKA_" + environment(key)).anyMatch(name::equals);
    }

    private static List<String> names(Size size, String folder) {
        return env(size, folder, EnvVar::getName);
    }

    private static String value(Size size, String folder, String name) {
        return env(size, folder, one -> one.getName() + "=" + one.getValue()).stream()
                .filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> env(Size size, String folder, Function<EnvVar, String> part) {
        return size
                .of(Deployment.class, folder)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv()
                .stream()
                .map(part)
                .toList();
    }
}
