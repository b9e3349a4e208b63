package org.homeward.alert.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeward.kit.test.RealStack;

/// alert-service as its build packaged it, in a JVM of its own, with the tests' PostgreSQL and a
/// broker from its environment.
final class PackagedService implements AutoCloseable {
    private final Process process;
    private final Map<String, String> settings;

    private PackagedService(Process process, Map<String, String> settings) {
        this.process = process;
        this.settings = settings;
    }

    static PackagedService start(Map<String, String> environment) throws IOException {
        RealStack stack = new RealStack();
        stack.init(Map.of("schema", "alert"));
        Map<String, String> settings = new HashMap<>(stack.start());
        settings.remove("kafka.bootstrap.servers");
        settings.put("quarkus.http.port", "0");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(Path.of("target", "tls", "alert-service.log").toFile());
        return new PackagedService(builder.start(), settings);
    }

    /// How many alerts of a patient are in the store; none before the store has its tables.
    long alerts(UUID patient) {
        String url =
                "jdbc:postgresql://%s/%s?currentSchema=alert"
                        .formatted(of("homeward.db.address"), of("homeward.db.name"));
        try (Connection connection =
                        DriverManager.getConnection(
                                url, of("homeward.db.user"), of("homeward.db.password"));
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT count(*) FROM alert WHERE patient_id = ?")) {
            statement.setObject(1, patient);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            return 0;
        }
    }

    private String of(String name) {
        return Objects.requireNonNull(settings.get(name));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
