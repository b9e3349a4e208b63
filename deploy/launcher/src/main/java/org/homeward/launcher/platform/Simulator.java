package org.homeward.launcher.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.launcher.Component;
import org.homeward.launcher.Home;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.Ports;
import org.homeward.launcher.Secrets;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.server.Jvm;
import org.homeward.launcher.server.Schemas;

/// How the simulator's program is run: import, simulation, load test and the demo ward are its
/// subcommands, and the environment tells it where the stack is.
public final class Simulator {
    private static final String MAIN = "org.homeward.simulator.Simulator";
    private static final int HEAP_MB = 512;

    private Simulator() {}

    static void requireBuilt(Home home) {
        if (!Files.isDirectory(home.simulator().resolve("target/lib"))) {
            throw new LaunchFailure("the simulator is not built: " + home.simulator());
        }
    }

    /// The command for one subcommand with its arguments.
    public static List<String> command(Home home, List<String> arguments) {
        requireBuilt(home);
        Path target = home.simulator().resolve("target");
        List<String> command =
                new ArrayList<>(
                        Jvm.command(
                                HEAP_MB,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                target + "/*:" + target.resolve("lib") + "/*",
                                MAIN));
        command.addAll(arguments);
        return command;
    }

    /// Where the stack is.
    ///
    /// @param pids of the components that run, for the accounting of CPU time
    public static Map<String, String> environment(StackConfig config, Map<Component, Long> pids) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOMEWARD_GATEWAY_URL", config.gatewayUrl());
        environment.put("HOMEWARD_INGEST_URL", config.ingestUrl());
        environment.put("HOMEWARD_MQTT_ADDRESS", Ports.HOST + ":" + config.ports().mqtt());
        environment.put("HOMEWARD_KEYCLOAK_URL", config.keycloakUrl());
        environment.put("HOMEWARD_KAFKA", config.kafkaBootstrap());
        environment.put(
                "HOMEWARD_DB", config.jdbcUrl(Schemas.DATABASE) + "?user=" + Schemas.READER);
        environment.put("HOMEWARD_DB_PASSWORD", new Secrets(config.secrets()).get(Schemas.READER));
        environment.put("HOMEWARD_STATE", config.data().toString());
        environment.put(
                "HOMEWARD_PIDS",
                pids.entrySet().stream()
                        .map(e -> e.getKey().label() + "=" + e.getValue())
                        .sorted()
                        .collect(Collectors.joining(",")));
        return environment;
    }
}
