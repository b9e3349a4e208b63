package org.homeward.launcher.platform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.launcher.Component;
import org.homeward.launcher.Ports;
import org.homeward.launcher.Secrets;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.server.Keycloak;
import org.homeward.launcher.server.Schemas;

/// What a service is told of its surroundings, by the names of its configuration properties. The
/// tests' stack sets the same ones.
public final class ServiceSettings {
    private final StackConfig config;
    private final Secrets secrets;

    public ServiceSettings(StackConfig config) {
        this.config = config;
        this.secrets = new Secrets(config.secrets());
    }

    /// The properties of one service.
    public Map<String, String> of(Component component) {
        Map<String, String> settings = common(schema(component));
        settings.put("quarkus.http.host", Ports.HOST);
        settings.put("quarkus.http.port", Integer.toString(config.ports().of(component)));
        settings.putAll(own(component));
        return settings;
    }

    /// What each service is told, for the schema it owns.
    public Map<String, String> common(String schema) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kafka.bootstrap.servers", config.kafkaBootstrap());
        settings.put("homeward.db.address", config.databaseAddress());
        settings.put("homeward.db.name", Schemas.DATABASE);
        settings.put("homeward.db.user", schema);
        settings.put("homeward.db.password", secrets.get(schema));
        settings.put("homeward.oidc.issuer", config.issuer());
        return settings;
    }

    private Map<String, String> own(Component component) {
        return switch (component) {
            case INGEST -> ingest();
            case FOLLOWUP ->
                    Map.of(
                            "homeward.followup.demo",
                            "true",
                            "homeward.followup.master-key-file",
                            secrets.keyFile("followup-master-key").toString());
            case GATEWAY -> gateway();
            case ALERT, POSTGRES, KAFKA, KEYCLOAK, WARD -> Map.of();
        };
    }

    private Map<String, String> ingest() {
        return Map.of(
                "homeward.ingest.mqtt-host",
                Ports.HOST,
                "homeward.ingest.mqtt-port",
                Integer.toString(config.ports().mqtt()),
                "homeward.ingest.claim.key-file",
                secrets.keyFile("ingest-claim-key").toString(),
                "homeward.ingest.gateway-url",
                config.gatewayUrl(),
                // All devices come from this machine.
                "homeward.ingest.rate.network-burst",
                "1000000",
                "homeward.ingest.rate.network-per-second",
                "1000000",
                "homeward.ingest.rate.network-readings-burst",
                "100000000",
                "homeward.ingest.rate.network-readings-per-second",
                "100000000",
                "homeward.ingest.rate.network-connections",
                "1000000");
    }

    private Map<String, String> gateway() {
        return Map.of(
                "homeward.gateway.ingest-url", url(Component.INGEST),
                "homeward.gateway.alert-url", url(Component.ALERT),
                "homeward.gateway.followup-url", url(Component.FOLLOWUP),
                "homeward.gateway.web-secret", secrets.get(Keycloak.WEB_SECRET),
                "homeward.gateway.service-secret", secrets.get(Keycloak.SERVICE_SECRET),
                "homeward.gateway.session-secret", secrets.get("session-secret"));
    }

    private String url(Component component) {
        return "http://" + Ports.HOST + ":" + config.ports().of(component);
    }

    /// The schema a service owns, which is also its role.
    public static String schema(Component component) {
        return component.label().replace("-service", "");
    }

    /// What ingest-service is told when it builds its store again; its profile says the rest.
    Map<String, String> rebuild() {
        Map<String, String> settings = common(schema(Component.INGEST));
        settings.put("quarkus.profile", "rebuild");
        settings.put("quarkus.http.host", Ports.HOST);
        settings.put("homeward.ingest.mqtt-host", Ports.HOST);
        return variables(settings);
    }

    /// The same as environment variables, so that no secret shows in a list of processes.
    Map<String, String> environment(Component component) {
        return variables(of(component));
    }

    private static Map<String, String> variables(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(e -> variable(e.getKey()), Map.Entry::getValue));
    }

    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
