package org.homeward.simulator.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Where the running stack is. The launcher passes it in the environment; the defaults are the
/// ports of a stack without an offset.
///
/// @param pids the process of each component, by name; empty if unknown
public record Place(
        URI gateway,
        URI ingest,
        String mqttHost,
        int mqttPort,
        URI keycloak,
        String kafka,
        String database,
        String databasePassword,
        Path state,
        Map<String, Long> pids) {

    public Place {
        pids = Map.copyOf(pids);
    }

    public static Place from(Map<String, String> environment) {
        String mqtt = environment.getOrDefault("HOMEWARD_MQTT_ADDRESS", "127.0.0.1:1883");
        int colon = mqtt.lastIndexOf(':');
        return new Place(
                uri(environment, "HOMEWARD_GATEWAY_URL", "http://127.0.0.1:8080"),
                uri(environment, "HOMEWARD_INGEST_URL", "http://127.0.0.1:8081"),
                mqtt.substring(0, colon),
                Integer.parseInt(mqtt.substring(colon + 1)),
                uri(environment, "HOMEWARD_KEYCLOAK_URL", "http://127.0.0.1:8180"),
                environment.getOrDefault("HOMEWARD_KAFKA", "127.0.0.1:19092"),
                environment.getOrDefault(
                        "HOMEWARD_DB", "jdbc:postgresql://127.0.0.1:15432/homeward"),
                environment.getOrDefault("HOMEWARD_DB_PASSWORD", "ingest"),
                Path.of(environment.getOrDefault("HOMEWARD_STATE", ".homeward")),
                pids(environment.getOrDefault("HOMEWARD_PIDS", "")));
    }

    /// Where direct grants are asked for.
    public URI tokenEndpoint() {
        String base = keycloak.toString();
        String realm = base.contains("/realms/") ? base : base + "/realms/homeward";
        return URI.create(realm + "/protocol/openid-connect/token");
    }

    private static URI uri(Map<String, String> environment, String name, String otherwise) {
        String text = environment.getOrDefault(name, otherwise);
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static Map<String, Long> pids(String text) {
        return Arrays.stream(text.split(","))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(p -> p[0].trim(), p -> Long.valueOf(p[1].trim())));
    }
}
