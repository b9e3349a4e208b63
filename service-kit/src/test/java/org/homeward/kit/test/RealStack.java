package org.homeward.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.launcher.Component;
import org.homeward.launcher.Home;
import org.homeward.launcher.LocalStack;
import org.homeward.launcher.Ports;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.platform.ServiceSettings;

/// A real PostgreSQL and Kafka, and with `keycloak=true` a real Keycloak, for a service's tests:
/// started once per JVM by the launcher's own code, on free ports, with data under the module's
/// `target`, ended with the JVM however that ends.
///
/// Arguments: `schema` (ingest, alert, followup or gateway; names the role and the settings),
/// `keycloak` (true or false), `partitions` of each topic (default 3).
public final class RealStack implements QuarkusTestResourceLifecycleManager {
    private static final String PORTS = "homeward.test.ports";
    private static final Path DATA = Path.of("target", "stack").toAbsolutePath();

    private String schema = "ingest";
    private boolean keycloak;
    private int partitions = 3;

    /// The running stack, to kill and bring back single components and to ask for addresses. It is
    /// found through system properties, since tests and their resources may be loaded apart.
    public static LocalStack current() {
        String ports = System.getProperty(PORTS);
        if (ports == null) {
            throw new IllegalStateException("no stack runs: add @QuarkusTestResource(RealStack)");
        }
        return LocalStack.open(new StackConfig(Home.find(), DATA, parse(ports), 3, true));
    }

    @Override
    public void init(Map<String, String> arguments) {
        schema = arguments.getOrDefault("schema", schema);
        keycloak = Boolean.parseBoolean(arguments.getOrDefault("keycloak", "false"));
        partitions = Integer.parseInt(arguments.getOrDefault("partitions", "3"));
    }

    @Override
    public Map<String, String> start() {
        LocalStack stack = System.getProperty(PORTS) == null ? fresh() : current();
        List<Component> needed = new ArrayList<>(List.of(Component.POSTGRES, Component.KAFKA));
        if (keycloak) {
            needed.add(Component.KEYCLOAK);
        }
        stack.startAll(needed);
        stack.setUp();
        return settings(stack.config());
    }

    private LocalStack fresh() {
        StackConfig config = new StackConfig(Home.find(), DATA, Ports.free(), partitions, true);
        LocalStack.open(config).wipe();
        System.setProperty(PORTS, print(config.ports()));
        LocalStack stack = LocalStack.open(config);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::killAll, "stack-end"));
        return stack;
    }

    private Map<String, String> settings(StackConfig config) {
        ServiceSettings settings = new ServiceSettings(config);
        Component component =
                Component.SERVICES.stream()
                        .filter(c -> ServiceSettings.schema(c).equals(schema))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> all = new HashMap<>(settings.of(component));
        all.keySet().removeIf(key -> key.endsWith("-url") || key.equals("quarkus.http.port"));
        all.put("quarkus.http.test-port", "0");
        if (!keycloak) {
            all.put("quarkus.oidc.tenant-enabled", "false");
        } else if (component != Component.GATEWAY) {
            all.put("quarkus.oidc.jwks-path", RealmKeys.serve(config.keycloakUrl()));
        }
        return all;
    }

    /// Nothing: other test classes of this JVM use the same stack.
    @Override
    public void stop() {}

    private static String print(Ports ports) {
        return ports.byUse().values().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static Ports parse(String ports) {
        return Ports.of(Arrays.stream(ports.split(",", -1)).mapToInt(Integer::parseInt).toArray());
    }
}
