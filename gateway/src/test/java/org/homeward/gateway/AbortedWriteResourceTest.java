package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who sends a change and leaves before the answer, as a page does that is closed, has made the
/// change: it is carried out and written down.
@QuarkusTest
class AbortedWriteResourceTest implements RealGateway {
    private static final int TIMES = 5;
    private static final String PATIENT = "/api/v1/patients/" + Ward.PATIENT_1;
    private static final String SHARES = "/api/v1/patients/" + Ward.PATIENT_3 + "/shares";

    /// One change; `%s` stands for what tells one request from another.
    record Write(String user, String method, String path, String body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void settle() {
        RealGateway.settle();
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body("{\"name\":{\"family\":\"D\",\"given\":[\"A\"]}}")
                .post("/api/v1/patients")
                .then()
                .statusCode(201);
    }

    static Stream<Write> writes() {
        String alert = "/api/v1/alerts/" + Ward.ALERT_1;
        String task = "/api/v1/tasks/" + Ward.TASK_1;
        return Stream.of(
                new Write("nurse", "POST", alert + "/acknowledge", "{\"note\":\"%s\"}"),
                new Write("physician", "POST", alert + "/resolve", "{\"note\":\"%s\"}"),
                new Write("nurse", "POST", task + "/complete", "{\"note\":\"%s\"}"),
                new Write(
                        "nurse",
                        "POST",
                        "/api/v1/patients",
                        "{\"name\":{\"family\":\"%s\",\"given\":[]}}"),
                new Write("nurse", "PATCH", PATIENT, "{\"phone\":\"%s\"}"),
                new Write("physician", "PUT", PATIENT + "/care-plan", "{\"reason\":\"%s\"}"),
                new Write(
                        "nurse",
                        "POST",
                        PATIENT + "/readings",
                        "{\"readings\":[{\"id\":\"%s\",\"code\":\"8867-4\",\"value\":72,\"unit\":\"/min\"}]}"),
                new Write("nurse", "POST", SHARES, "{\"practitionerId\":\"%s\"}"),
                new Write("nurse", "DELETE", SHARES + "/%s", ""),
                new Write("device-admin", "POST", "/api/v1/devices", "{\"label\":\"%s\"}"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aChangeWhoseSenderHasLeftIsMadeAndWrittenDown(Write write) throws IOException {
        Instant from = Instant.now();
        List<String> marks =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(TIMES).toList();
        for (String mark : marks) {
            send(request(write, mark));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(carriedOut(write)).contains(marks);
                            assertThat(writtenDown("status < 300", write, from)).hasSize(TIMES);
                        });
    }

    @Test
    void whatDidNotArriveInFullIsNoChange() throws IOException {
        Instant from = Instant.now();
        String mark = UUID.randomUUID().toString();
        Write write = new Write("nurse", "PATCH", PATIENT, "{\"phone\":\"%s\"}" + " ".repeat(1000));
        String request = request(write, mark);
        send(request.substring(0, request.length() - 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(writtenDown("decision == 'denied'", write, from))
                                        .hasSize(1));
        assertThat(carriedOut(write)).doesNotContain(mark);
    }

    private static String request(Write write, String mark) {
        String body = write.body().formatted(mark);
        return """
                %s %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                If-Match: "7"\r
                Content-Length: %d\r
                \r
                %s"""
                .formatted(
                        write.method(),
                        write.path().formatted(mark),
                        RealGateway.token(write.user()),
                        body.length(),
                        body);
    }

    private static void send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    /// Everything that the services were told by this method, bodies and paths.
    private static String carriedOut(Write write) {
        return RealGateway.seen().stream()
                .filter(request -> request.getString("method").equals(write.method()))
                .map(request -> request.getString("path") + request.getString("body"))
                .reduce("", String::concat);
    }

    private static List<String> writtenDown(String what, Write write, Instant from) {
        return RealGateway.as("auditor")
                .get("/api/v1/audit?limit=200&from=" + from)
                .jsonPath()
                .getList(
                        "items.findAll { it.method == '%s' && it.%s }.id"
                                .formatted(write.method(), what));
    }
}
