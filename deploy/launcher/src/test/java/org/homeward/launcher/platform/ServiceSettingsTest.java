package org.homeward.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.homeward.launcher.Component;
import org.homeward.launcher.Home;
import org.homeward.launcher.StackConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
    @TempDir private Path data = Path.of(".");

    @Test
    void eachServiceIsToldOfItsOwnSchemaAndPort() {
        Map<String, String> ingest = settings().of(Component.INGEST);
        assertThat(ingest)
                .containsEntry("homeward.db.user", "ingest")
                .containsEntry("quarkus.http.port", "8581")
                .containsEntry("homeward.ingest.mqtt-port", "2383")
                .containsEntry("kafka.bootstrap.servers", "127.0.0.1:19592")
                .containsEntry("homeward.oidc.issuer", "http://127.0.0.1:8680/realms/homeward");
        assertThat(settings().of(Component.ALERT)).containsEntry("homeward.db.user", "alert");
    }

    @Test
    void gatewayAloneKnowsTheOthersAndTheClientsSecrets() {
        assertThat(settings().of(Component.GATEWAY))
                .containsEntry("homeward.gateway.alert-url", "http://127.0.0.1:8582")
                .containsKeys("homeward.gateway.web-secret", "homeward.gateway.session-secret");
        assertThat(settings().of(Component.FOLLOWUP).keySet())
                .noneMatch(key -> key.startsWith("homeward.gateway"));
    }

    @Test
    void propertiesBecomeVariablesAsTheServicesReadThem() {
        assertThat(ServiceSettings.variable("homeward.ingest.mqtt-port"))
                .isEqualTo("HOMEWARD_INGEST_MQTT_PORT");
    }

    @Test
    void noSecretIsOnAServicesCommandLine() {
        StackConfig config = config();
        Map<String, String> gateway = new ServiceSettings(config).of(Component.GATEWAY);
        String command = String.join(" ", new Service(config, Component.GATEWAY).spec().command());
        assertThat(gateway.entrySet())
                .filteredOn(e -> e.getKey().matches(".*(secret|password)"))
                .hasSize(4)
                .noneMatch(e -> command.contains(e.getValue()));
    }

    private ServiceSettings settings() {
        return new ServiceSettings(config());
    }

    private StackConfig config() {
        return StackConfig.of(
                new Home(Path.of("/checkout")),
                Map.of("HOMEWARD_DATA", data.toString(), "HOMEWARD_PORT_OFFSET", "500"));
    }
}
