package org.homeward.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// The ports of one stack, all on 127.0.0.1.
public record Ports(
        int gateway,
        int ingest,
        int mqtt,
        int alert,
        int followup,
        int keycloak,
        int keycloakManagement,
        int postgres,
        int kafka,
        int kafkaController) {
    public static final String HOST = "127.0.0.1";
    private static final int MAX_PORT = 65_535;
    private static final int FIRST_FOR_TESTS = 21_000;
    private static final int END_FOR_TESTS = 32_000;

    /// The documented ports, all moved by the same offset.
    public static Ports local(int offset) {
        if (offset < 0 || offset + 19_093 > MAX_PORT) {
            throw new LaunchFailure(
                    "HOMEWARD_PORT_OFFSET is %d: it must be from 0 to %d"
                            .formatted(offset, MAX_PORT - 19_093));
        }
        return of(
                IntStream.of(8080, 8081, 1883, 8082, 8083, 8180, 9180, 15_432, 19_092, 19_093)
                        .map(port -> port + offset)
                        .toArray());
    }

    /// Ports that were free a moment ago, for tests. They are from below the range that systems
    /// give to outgoing connections, so that none of those takes a port before its server does.
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        while (held.size() < 10) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FOR_TESTS, END_FOR_TESTS);
            if (!taken(port)) {
                held.add(listen(port));
            }
        }
        int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        held.forEach(Ports::close);
        return of(ports);
    }

    /// The ports in the order of this record.
    public static Ports of(int... p) {
        return new Ports(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]);
    }

    /// The port a component is reached at; the ward listens nowhere and has none: 0.
    public int of(Component component) {
        return switch (component) {
            case POSTGRES -> postgres;
            case KAFKA -> kafka;
            case KEYCLOAK -> keycloak;
            case INGEST -> ingest;
            case ALERT -> alert;
            case FOLLOWUP -> followup;
            case GATEWAY -> gateway;
            case WARD -> 0;
        };
    }

    /// Every port by what would use it.
    public Map<String, Integer> byUse() {
        Map<String, Integer> uses = new LinkedHashMap<>();
        uses.put("the gateway", gateway);
        uses.put("ingest-service", ingest);
        uses.put("ingest-service's MQTT edge", mqtt);
        uses.put("alert-service", alert);
        uses.put("followup-service", followup);
        uses.put("Keycloak", keycloak);
        uses.put("Keycloak's management", keycloakManagement);
        uses.put("PostgreSQL", postgres);
        uses.put("Kafka", kafka);
        uses.put("Kafka's controller", kafkaController);
        return uses;
    }

    /// Checks every port.
    ///
    /// @throws LaunchFailure naming in one line all that something else listens on
    public void requireFree() {
        List<String> taken =
                byUse().entrySet().stream()
                        .filter(use -> taken(use.getValue()))
                        .map(Ports::describe)
                        .toList();
        if (!taken.isEmpty()) {
            throw new LaunchFailure(
                    "already taken: "
                            + String.join(", ", taken)
                            + ". Stop what listens there, or set HOMEWARD_PORT_OFFSET.");
        }
    }

    private static String describe(Entry<String, Integer> use) {
        return "port " + use.getValue() + " (for " + use.getKey() + ")";
    }

    private static boolean taken(int port) {
        try {
            close(listen(port));
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
