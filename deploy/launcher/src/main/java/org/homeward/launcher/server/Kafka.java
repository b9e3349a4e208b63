package org.homeward.launcher.server;

import static org.apache.kafka.clients.admin.AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.homeward.launcher.Component;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.Ports;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.process.Programs;
import org.homeward.launcher.process.Spec;

/// A Kafka broker and controller in one JVM of its own, with the class path of `deploy/kafka`, so
/// that no other library's version decides what the broker runs on.
public final class Kafka implements Server {
    private static final int HEAP_MB = 384;

    private final StackConfig config;
    private final Path folder;

    public Kafka(StackConfig config) {
        this.config = config;
        this.folder = config.data().resolve("kafka");
    }

    @Override
    public void prepare() {
        Path lib = config.home().kafka().resolve("target/lib");
        if (!Files.isDirectory(lib)) {
            throw new LaunchFailure("Kafka is not built: " + lib + " is missing");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(properties(), settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(logs().resolve("meta.properties"))) {
            format();
        }
    }

    private String settings() throws IOException {
        String host = Ports.HOST;
        String listener = "PLAINTEXT://" + host + ":" + config.ports().kafka();
        String controller = host + ":" + config.ports().kafkaController();
        return Files.readString(config.home().kafka().resolve("server.properties"))
                + String.join(
                        "\n",
                        "",
                        "listeners=" + listener + ",CONTROLLER://" + controller,
                        "advertised.listeners=" + listener + ",CONTROLLER://" + controller,
                        "controller.quorum.bootstrap.servers=" + controller,
                        "log.dirs=" + logs(),
                        "");
    }

    private void format() {
        Programs.Result result =
                Programs.run(
                        java(
                                128,
                                "kafka.tools.StorageTool",
                                "format",
                                "--standalone",
                                "--cluster-id",
                                Uuid.randomUuid().toString(),
                                "--config",
                                properties().toString()));
        if (!result.ok()) {
            throw new LaunchFailure("Kafka's storage cannot be formatted: " + result.output());
        }
    }

    private List<String> java(int heapMb, String... arguments) {
        Path home = config.home().kafka();
        List<String> command =
                new ArrayList<>(
                        Jvm.command(
                                heapMb,
                                "-Dlog4j2.configurationFile=" + home.resolve("log4j2.properties"),
                                "-cp",
                                home.resolve("target/lib") + "/*"));
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public Spec spec() {
        return new Spec(
                Component.KAFKA.label(),
                java(HEAP_MB, "kafka.Kafka", properties().toString()),
                Map.of(),
                folder,
                config.log(Component.KAFKA));
    }

    @Override
    public boolean ready() {
        if (!Sockets.listening(Ports.HOST, config.ports().kafka())) {
            return false;
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of(
                        BOOTSTRAP_SERVERS_CONFIG,
                        config.kafkaBootstrap(),
                        REQUEST_TIMEOUT_MS_CONFIG,
                        3_000,
                        DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000));
    }

    private Path properties() {
        return folder.resolve("server.properties");
    }

    private Path logs() {
        return folder.resolve("logs");
    }
}
