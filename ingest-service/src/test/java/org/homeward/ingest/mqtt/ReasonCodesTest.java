package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.Hostile;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.mqtt.MqttSocket.Answer;
import org.homeward.ingest.reading.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused over MQTT 5 is refused with the protocol's own reason code.
@QuarkusTest
@IngestTest
class ReasonCodesTest {
    private static final int MALFORMED = 0x81;
    private static final int BAD_CREDENTIALS = 0x86;
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int TOO_LARGE = 0x95;
    private static final int RATE_TOO_HIGH = 0x96;
    private static final int FORMAT_INVALID = 0x99;
    private static final int QOS_NOT_SUPPORTED = 0x9B;
    private static final Instant NOW = Given.now();

    private final Given.Worn device = Given.worn();

    @Test
    void aWrongTokenAndAnotherDevicesName() throws IOException {
        assertThat(greeted(device.device(), "wrong"))
                .isEqualTo(new Answer(MqttSocket.CONNACK, BAD_CREDENTIALS));
        assertThat(greeted(UUID.randomUUID(), device.token()))
                .isEqualTo(new Answer(MqttSocket.CONNACK, NOT_AUTHORIZED));
    }

    private static Answer greeted(UUID name, String token) throws IOException {
        try (MqttSocket client = MqttSocket.greet(5, name.toString(), token)) {
            return client.answer();
        }
    }

    @Test
    void qos0IsNotSupported() throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(0, Given.pulse("72", NOW));
            assertThat(client.answer())
                    .isEqualTo(new Answer(MqttSocket.DISCONNECT, QOS_NOT_SUPPORTED));
        }
    }

    @Test
    void whatIsTooLargeIsKeptByItsSizeAlone() throws IOException {
        double before = BadInput.counted("mqtt");
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(1, " ".repeat(300_000));
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.DISCONNECT, TOO_LARGE));
        }
        keptTooLarge("300000 bytes");
        assertThat(BadInput.counted("mqtt")).isEqualTo(before + 1);
    }

    @Test
    void whatIsTooLargeToBeReadIsKeptToo() throws IOException {
        double before = BadInput.counted("mqtt");
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(1, new byte[10], 5_000_000);
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.DISCONNECT, TOO_LARGE));
        }
        keptTooLarge("not read");
        assertThat(BadInput.counted("mqtt")).isEqualTo(before + 1);
    }

    private void keptTooLarge(String size) {
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .singleElement()
                                .satisfies(r -> assertThat(r.reasons()).contains("BODY_TOO_LARGE"))
                                .satisfies(r -> assertThat(r.detail()).endsWith(size))
                                .satisfies(r -> assertThat(r.payload()).isEmpty())
                                .satisfies(r -> assertThat(r.truncated()).isTrue()));
    }

    @Test
    void bytesThatAreNoMqttEndTheConnection() throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.send(0x00, 3, new byte[] {1, 2, 3});
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.DISCONNECT, MALFORMED));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "}}]}|}|UNREADABLE",
                "]}|]} x|UNREADABLE",
                "'code':'8867-4'|'code':'8867-4','code':'8867-4'|UNREADABLE",
                "71.3719|NaN|UNREADABLE",
                "Kowal|\\u0000|UNREADABLE",
                "Kowal|\\ud800|UNREADABLE",
                "Kowal|\u00c3|UNREADABLE",
                "'readings'|'a'|INVALID_ENVELOPE",
                "71.3719|1e999999999|INVALID_FIELD",
                "71.3719|'71.3719'|INVALID_FIELD",
                "'code'|'a'|MISSING_FIELD",
                "'unit'|'a'|MISSING_FIELD",
                "'takenAt'|'a'|MISSING_FIELD",
                "Z'|'|INVALID_FIELD",
                "8867-4|1234-5|UNKNOWN_CODE",
                "/min|mm[Hg]|UNCONVERTIBLE_UNIT",
                "/min|beats|UNKNOWN_UNIT",
            })
    void whatCannotBeReadIsAcknowledgedAsThatAndKeptWithItsReason(
            String old, String other, String reason) throws IOException {
        String quoted = old.replace('\'', '"');
        assertThat(good()).contains(quoted);
        isRefused(good().replace(quoted, other.replace('\'', '"')), FORMAT_INVALID, reason);
    }

    private static String good() {
        String context = ",\"context\":{\"by\":\"" + BadInput.NAME + "\"}}";
        return Given.pulse(BadInput.VALUE, NOW).replace("}]}", context + "]}");
    }

    static Stream<Arguments> wholes() {
        return Stream.of(
                arguments("", FORMAT_INVALID, "UNREADABLE"),
                arguments("<readings/>", FORMAT_INVALID, "UNREADABLE"),
                arguments("{\"a\":" + Hostile.nested(10_000) + "}", FORMAT_INVALID, "UNREADABLE"),
                arguments(Given.pulse(Hostile.digits(100_000), NOW), FORMAT_INVALID, "UNREADABLE"),
                arguments(
                        "{\"readings\":[1" + ",1".repeat(1000) + "]}",
                        FORMAT_INVALID,
                        "TOO_MANY_READINGS"),
                arguments(
                        Given.pulseOf(UUID.randomUUID(), NOW),
                        NOT_AUTHORIZED,
                        Refusal.OTHER_DEVICE));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void aWholeBodyIsRefusedInTheSameWay(String body, int code, String reason) throws IOException {
        isRefused(body, code, reason);
    }

    /// A character is a byte here, so that a test can send what is no text.
    private void isRefused(String body, int code, String reason) throws IOException {
        double before = BadInput.counted("mqtt");
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(1, body.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, code));
        }
        BadInput.isKept(device, reason);
        assertThat(BadInput.counted("mqtt")).isEqualTo(before + 1);
    }

    @Test
    void aBurstEndsTheConnectionUnacknowledgedAndComesAgainAndOthersAreTaken() throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            Answer last = new Answer(MqttSocket.PUBACK, 0);
            for (int i = 0; i < 2000 && last.reason() == 0; i++) {
                client.publish(1, Given.pulse("72", NOW.plusMillis(i)));
                last = client.answer();
            }
            assertThat(last).isEqualTo(new Answer(MqttSocket.DISCONNECT, RATE_TOO_HIGH));
        }
        // Until there is room for it again, it is not let in.
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(this::isTaken);
        try (MqttSocket other = MqttSocket.connect(5, Given.worn())) {
            other.publish(1, Given.pulse("72", NOW));
            assertThat(other.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, 0));
        }
    }

    private void isTaken() throws IOException {
        try (MqttSocket again = MqttSocket.connect(5, device)) {
            again.publish(1, Given.pulse("72", NOW));
            assertThat(again.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, 0));
        }
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
