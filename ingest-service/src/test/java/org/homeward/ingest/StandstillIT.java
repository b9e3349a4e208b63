package org.homeward.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.ingest.mqtt.MqttSocket;
import org.homeward.kit.test.RealStack;
import org.homeward.launcher.Component;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The broker stands still: it is neither gone nor does it answer.
@QuarkusTest
@IngestTest
class StandstillIT {
    private static final int SERVER_BUSY = 0x89;
    private static final int DEVICES = 6;
    private static final int EACH = 50;
    private static final Instant NOW = Given.now();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static void broker(String signal) throws IOException, InterruptedException {
        String pid = RealStack.current().pid(Component.KAFKA).orElseThrow().toString();
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
    }

    @AfterEach
    void goOn() throws IOException, InterruptedException {
        broker("CONT");
        http.close();
    }

    /// An event loop that waited for the broker would answer in minutes; the client's eight seconds
    /// are its settings' test.
    private CompletableFuture<HttpResponse<String>> post(Given.Worn device, String body) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return http.sendAsync(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/telemetry/v1/readings"))
                        .header("Authorization", "Bearer " + device.token())
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyPostIsAnsweredAndNothingIsAcknowledged() throws Exception {
        Given.Worn device = Given.worn();
        List<Given.Worn> many = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            many.add(Given.worn());
        }
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            broker("STOP");
            client.publish(1, Given.pulse("71", NOW));
            CompletableFuture<HttpResponse<String>> small =
                    post(device, Given.pulse("72", NOW.plusSeconds(1)));
            List<CompletableFuture<HttpResponse<String>>> answers = tooMuch(many);
            answers.add(small);
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                HttpResponse<String> got = answer.get();
                assertThat(got.statusCode()).as(got.body()).isEqualTo(503);
                assertThat(got.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(client.answer())
                    .isEqualTo(new MqttSocket.Answer(MqttSocket.DISCONNECT, SERVER_BUSY));
        }
        broker("CONT");
        assertThat(sentAgain(device)).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(Given.readings(device.patient()).items())
                                        .extracting(r -> r.measure().value().intValue())
                                        .containsExactly(72, 71));
    }

    /// More than the client's memory: each refusal keeps 64 KiB.
    private List<CompletableFuture<HttpResponse<String>>> tooMuch(List<Given.Worn> devices) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String large = "{" + i + " ".repeat(100_000);
            devices.forEach(one -> answers.add(post(one, large)));
        }
        return answers;
    }

    /// Until the broker is heard again.
    private int sentAgain(Given.Worn device) throws Exception {
        String both =
                "{\"readings\":["
                        + Given.reading("71", NOW)
                        + ","
                        + Given.reading("72", NOW.plusSeconds(1))
                        + "]}";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> post(device, both).get().statusCode() == 202);
        return post(device, both).get().statusCode();
    }
}
