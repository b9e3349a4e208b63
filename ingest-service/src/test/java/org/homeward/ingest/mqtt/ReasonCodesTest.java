package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.mqtt.MqttSocket.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused over MQTT 5 is refused with the protocol's own reason code.
@QuarkusTest
@IngestTest
class ReasonCodesTest {
    private static final int MALFORMED = 0x81;
    private static final int BAD_CREDENTIALS = 0x86;
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int TOO_LARGE = 0x95;
    private static final int QUOTA_EXCEEDED = 0x97;
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
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(1, " ".repeat(300_000));
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.DISCONNECT, TOO_LARGE));
        }
        keptTooLarge("300000 bytes");
    }

    @Test
    void whatIsTooLargeToBeReadIsKeptToo() throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(1, new byte[10], 5_000_000);
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.DISCONNECT, TOO_LARGE));
        }
        keptTooLarge("not read");
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
    @ValueSource(
            strings = {
                "",
                "{\"readings\":[{\"code\"",
                "{\"readings\":[]} x",
                "{\"readings\":[{\"code\":\"8867-4\",\"code\":\"8867-4\"}]}",
                "{\"readings\":[{\"code\":\"8867-4\",\"value\":NaN}]}",
                "{\"readings\":[{\"code\":\"8867-4\",\"value\":1e999999999}]}",
                "{\"readings\":[{\"code\":\"8867-4\",\"context\":{\"a\":\"\\u0000\"}}]}",
                "{\"readings\":[{\"code\":\"8867-4\",\"context\":{\"a\":\"\\ud800\"}}]}",
                "{\"readings\":[{\"code\":\"1234-5\",\"value\":72,\"unit\":\"/min\","
                        + "\"takenAt\":\"2026-11-22T10:00:00Z\"}]}",
            })
    void whatCannotBeReadIsAcknowledgedAsThatAndKept(String body) throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(1, body);
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, FORMAT_INVALID));
        }
        awaiting(() -> assertThat(Given.refusals(device).items()).hasSize(1));
    }

    @Test
    void aBodyThatNamesAnotherDeviceIsNotAuthorised() throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            client.publish(1, Given.pulseOf(UUID.randomUUID(), NOW));
            assertThat(client.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, NOT_AUTHORIZED));
        }
    }

    @Test
    void aBurstExceedsTheQuotaAndOthersAreTaken() throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, device)) {
            Answer last = new Answer(MqttSocket.PUBACK, 0);
            for (int i = 0; i < 2000 && last.reason() == 0; i++) {
                client.publish(1, Given.pulse("72", NOW.plusMillis(i)));
                last = client.answer();
            }
            assertThat(last).isEqualTo(new Answer(MqttSocket.PUBACK, QUOTA_EXCEEDED));
        }
        try (MqttSocket other = MqttSocket.connect(5, Given.worn())) {
            other.publish(1, Given.pulse("72", NOW));
            assertThat(other.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, 0));
        }
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
