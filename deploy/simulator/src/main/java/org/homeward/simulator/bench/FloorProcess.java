package org.homeward.simulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.homeward.events.Topics;
import org.homeward.simulator.floor.Floor;
import org.homeward.simulator.platform.Json;
import org.homeward.simulator.platform.Place;

/// The bare pipeline, as a process beside the stack; its topic and table go with it.
final class FloorProcess implements AutoCloseable {
    private static final String TABLE =
            "CREATE TABLE bench_floor (measured_at timestamptz NOT NULL, reading_id uuid NOT NULL,"
                    + " code text NOT NULL, value numeric NOT NULL, unit text NOT NULL,"
                    + " PRIMARY KEY (measured_at, reading_id))";

    private final Place place;
    private final String url;
    private final String password;
    private final int port;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private FloorProcess(Place place) {
        this.place = place;
        this.url = place.database().replaceAll("\\?.*", "");
        this.password = password(place);
        this.port = freePort();
        prepare();
        this.process = start();
    }

    static FloorProcess open(Place place) {
        FloorProcess floor = new FloorProcess(place);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (floor.ask("/stats").isEmpty()) {
            if (System.nanoTime() - end > 0 || !floor.process.isAlive()) {
                floor.close();
                throw new IllegalStateException("the floor does not start");
            }
            LockSupport.parkNanos(100_000_000);
        }
        return floor;
    }

    long pid() {
        return process.pid();
    }

    URI target() {
        return URI.create("http://127.0.0.1:" + port + "/readings");
    }

    void reset() {
        ask("/reset");
    }

    /// `rows`, `p50`, `p99` since the last reset.
    JsonNode stats() {
        return Json.parse(ask("/stats"));
    }

    private String ask(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(target().resolve(path)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private Process start() {
        ProcessBuilder builder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Floor.class.getName(),
                                Integer.toString(port),
                                place.kafka(),
                                url,
                                "ingest")
                        .redirectErrorStream(true)
                        .redirectOutput(place.state().resolve("bench-floor.log").toFile());
        builder.environment().put("HOMEWARD_DB_PASSWORD", password);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
        sql("DROP TABLE IF EXISTS bench_floor", TABLE);
        try (Admin admin = admin()) {
            if (admin.listTopics().names().get().contains(Floor.TOPIC)) {
                return;
            }
            int partitions =
                    admin.describeTopics(List.of(Topics.TELEMETRY))
                            .allTopicNames()
                            .get()
                            .values()
                            .iterator()
                            .next()
                            .partitions()
                            .size();
            admin.createTopics(Set.of(new NewTopic(Floor.TOPIC, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the floor's topic cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        sql("DROP TABLE IF EXISTS bench_floor");
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(Floor.TOPIC)).all().get();
            admin.deleteConsumerGroups(List.of(Floor.TOPIC)).all().get();
        } catch (ExecutionException e) {
            System.err.println("the floor's topic or group remains: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sql(String... statements) {
        try (Connection connection = DriverManager.getConnection(url, "ingest", password);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's table: " + e.getMessage(), e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, place.kafka()));
    }

    private static String password(Place place) {
        Path secret = place.state().resolve("secrets").resolve("ingest");
        try {
            return Files.exists(secret)
                    ? Files.readString(secret).strip()
                    : place.databasePassword();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
