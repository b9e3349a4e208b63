package org.homeward.launcher;

import java.nio.file.Path;
import java.util.Map;
import org.homeward.events.Topics;

/// One stack: which checkout, where its data are, at which ports.
///
/// @param partitions of each topic
/// @param guarded whether the parts die with this JVM, as tests want it; `up` does not, since its
///   parts outlive it
public record StackConfig(Home home, Path data, Ports ports, int partitions, boolean guarded) {
    public StackConfig {
        data = data.toAbsolutePath().normalize();
    }

    /// The stack that the environment names: `HOMEWARD_DATA` and `HOMEWARD_PORT_OFFSET`.
    public static StackConfig of(Home home, Map<String, String> environment) {
        String data = environment.getOrDefault("HOMEWARD_DATA", "");
        String offset = environment.getOrDefault("HOMEWARD_PORT_OFFSET", "").strip();
        return new StackConfig(
                home,
                data.isBlank() ? home.state() : Path.of(data),
                Ports.local(offset.isEmpty() ? 0 : number(offset)),
                Topics.DEFAULT_PARTITIONS,
                false);
    }

    /// A stack for tests: its own folder, free ports, gone with the JVM.
    public static StackConfig forTests(Path data, int partitions) {
        return new StackConfig(Home.find(), data, Ports.free(), partitions, true);
    }

    private static int number(String offset) {
        try {
            return Integer.parseInt(offset);
        } catch (NumberFormatException e) {
            throw new LaunchFailure(
                    "HOMEWARD_PORT_OFFSET is '" + offset + "': it must be a number", e);
        }
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path log(Component component) {
        return logs().resolve(component.label() + ".log");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public String gatewayUrl() {
        return "http://" + Ports.HOST + ":" + ports.gateway();
    }

    public String ingestUrl() {
        return "http://" + Ports.HOST + ":" + ports.ingest();
    }

    public String keycloakUrl() {
        return "http://" + Ports.HOST + ":" + ports.keycloak();
    }

    public String issuer() {
        return keycloakUrl() + "/realms/homeward";
    }

    public String kafkaBootstrap() {
        return Ports.HOST + ":" + ports.kafka();
    }

    public String databaseAddress() {
        return Ports.HOST + ":" + ports.postgres();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + databaseAddress() + "/" + database;
    }
}
