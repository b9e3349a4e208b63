package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.door.BodyRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clients that send too slowly, as bytes.
@QuarkusTest
@IngestTest
class SlowPostsTest {
    private static final int PATIENCE_MILLIS = 20_000;

    @Inject BodyRoom room;

    private static Socket connected() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String head(String path, String token, int length) {
        return "POST %s HTTP/1.1\r\nHost: edge\r\nAuthorization: Bearer %s\r\n"
                        .formatted(path, token)
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(length);
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// All that comes until the end of the connection.
    private static String answer(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/telemetry/v1/readings, 408",
        "/telemetry/v1/claim, 408",
        "/fhir/R4/Observation, 408",
    })
    void aBodyThatDoesNotComeIsNotWaitedFor(String path, String status) throws IOException {
        try (Socket socket = connected()) {
            send(socket, head(path, Given.worn().token(), 1000) + "{");
            assertThat(answer(socket)).startsWith("HTTP/1.1 " + status).contains("BODY_TOO_SLOW");
        }
    }

    @Test
    void whoIsTurnedAwayHoldsNoConnectionOpen() throws IOException {
        try (Socket socket = connected()) {
            send(socket, head("/telemetry/v1/readings", "x".repeat(43), 1000) + "{");
            assertThat(answer(socket)).startsWith("HTTP/1.1 401");
        }
    }

    /// What is announced takes room; the fifth of one device gets none.
    @Test
    void oneDeviceHoldsLittleMemoryByLargeBodiesThatDoNotCome() throws IOException {
        String token = Given.worn().token();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = connected();
                slow.add(socket);
                send(socket, head("/fhir/R4", token, 1_000_000) + "{");
            }
            try (Socket socket = connected()) {
                await().atMost(Duration.ofSeconds(1)).until(() -> room.held() >= 4_000_000);
                send(socket, head("/fhir/R4", token, 1_000_000) + "{");
                assertThat(answer(socket))
                        .startsWith("HTTP/1.1 503")
                        .containsIgnoringCase("Retry-After: 1");
            }
        } finally {
            for (Socket socket : slow) {
                assertThat(answer(socket)).startsWith("HTTP/1.1 408");
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> room.held() == 0);
    }

    @Test
    void aBodyInPiecesIsTaken() throws IOException {
        String body = Given.pulse("72", Given.now());
        try (Socket socket = connected()) {
            socket.setTcpNoDelay(true);
            send(socket, head("/telemetry/v1/readings", Given.worn().token(), body.length()));
            for (int i = 0; i < body.length(); i++) {
                send(socket, body.substring(i, i + 1));
            }
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 202");
        }
    }
}
