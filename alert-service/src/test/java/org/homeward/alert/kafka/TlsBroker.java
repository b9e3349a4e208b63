package org.homeward.alert.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.homeward.events.Topics;
import org.homeward.launcher.Component;
import org.homeward.launcher.Home;
import org.homeward.launcher.LocalStack;
import org.homeward.launcher.Ports;
import org.homeward.launcher.StackConfig;

/// The launcher's own broker, which speaks TLS alone and wants a certificate of every client. It
/// lives in a checkout that holds the broker's program and changed settings.
final class TlsBroker implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "tls").toAbsolutePath();

    private final LocalStack stack;

    private TlsBroker(LocalStack stack) {
        this.stack = stack;
    }

    /// Returns when its process runs; clients wait until it answers.
    static TlsBroker start(Authority.Identity own, String trusted) throws IOException {
        Path checkout = FOLDER.resolve("checkout");
        StackConfig config =
                new StackConfig(new Home(checkout), FOLDER.resolve("data"), Ports.free(), 1, true);
        LocalStack stack = LocalStack.open(config);
        stack.wipe();
        program(checkout.resolve("deploy/kafka"), own, trusted);
        stack.start(Component.KAFKA);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::killAll, "the TLS broker's end"));
        return new TlsBroker(stack);
    }

    private static void program(Path folder, Authority.Identity own, String trusted)
            throws IOException {
        Path real = Home.find().kafka();
        Files.createDirectories(folder.resolve("target"));
        Files.deleteIfExists(folder.resolve("target/lib"));
        Files.createSymbolicLink(folder.resolve("target/lib"), real.resolve("target/lib"));
        Files.writeString(folder.resolve("own.pem"), own.key() + own.certificate());
        Files.writeString(folder.resolve("trusted.pem"), trusted);
        Files.copy(
                real.resolve("log4j2.properties"),
                folder.resolve("log4j2.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        // The listener keeps the name PLAINTEXT, which the launcher gives it.
        Files.writeString(
                folder.resolve("server.properties"),
                Files.readString(real.resolve("server.properties"))
                        + String.join(
                                "\n",
                                "",
                                "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:SSL",
                                "ssl.client.auth=required",
                                "ssl.keystore.type=PEM",
                                "ssl.keystore.location=" + folder.resolve("own.pem"),
                                "ssl.truststore.type=PEM",
                                "ssl.truststore.location=" + folder.resolve("trusted.pem"),
                                ""));
    }

    String address() {
        return stack.config().kafkaBootstrap();
    }

    /// Creates the topics of the contract; returns when the broker has them.
    void createTopics(Map<String, Object> connection)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection)) {
            List<NewTopic> topics =
                    Topics.ALL.stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                            .toList();
            admin.createTopics(topics).all().get();
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
