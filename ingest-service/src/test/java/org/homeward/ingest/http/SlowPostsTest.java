package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clients that send too slowly, as bytes.
@QuarkusTest
@IngestTest
class SlowPostsTest {
    private static final int PATIENCE_MILLIS = 20_000;

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
