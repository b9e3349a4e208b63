package org.homeward.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.fhir.FhirPost;
import org.homeward.ingest.mqtt.MqttSocket;
import org.homeward.ingest.registry.RegisterDevices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever tries to speak as somebody else is told of, by whatever way.
@QuarkusTest
@IngestTest
class SecurityEventsTest {
    private static final Instant NOW = Given.now();
    private static final UUID NOBODY = new UUID(0, 0);

    enum Way {
        HTTP,
        FHIR,
        MQTT
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCredentialThatEnded(Way way) throws IOException {
        Given.Worn device = Given.worn();
        Given.await(Given.bean(RegisterDevices.class).disable(device.device()));
        switch (way) {
            case HTTP -> assertThat(http(device, Given.pulse("72", NOW))).isEqualTo(401);
            case FHIR -> assertThat(fhir(device, observation())).isEqualTo(401);
            case MQTT -> assertThat(greeted(device.device(), device)).isEqualTo(0x86);
        }
        awaitTold(device.device());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherDevicesId(Way way) throws IOException {
        Given.Worn device = Given.worn();
        UUID other = Given.worn().device();
        switch (way) {
            case HTTP -> assertThat(http(device, Given.pulseOf(other, NOW))).isEqualTo(403);
            case FHIR -> assertThat(fhir(device, observationOf(other))).isEqualTo(403);
            case MQTT -> assertThat(greeted(other, device)).isEqualTo(0x87);
        }
        awaitTold(device.device());
        assertThat(Given.told(other)).isEmpty();
    }

    @Test
    void anotherDevicesIdInAMessage() throws IOException {
        Given.Worn device = Given.worn();
        try (MqttSocket client = MqttSocket.connect(4, device)) {
            client.publish(1, Given.pulseOf(UUID.randomUUID(), NOW));
            assertThat(client.answer().type()).isEqualTo(MqttSocket.PUBACK);
        }
        awaiting(() -> assertThat(Given.told(device.device())).contains(SECURITY));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCredentialThatIsNobodys(Way way) throws IOException {
        Given.Worn stranger = new Given.Worn(UUID.randomUUID(), "x".repeat(43), UUID.randomUUID());
        switch (way) {
            case HTTP -> assertThat(http(stranger, Given.pulse("72", NOW))).isEqualTo(401);
            case FHIR -> assertThat(fhir(stranger, observation())).isEqualTo(401);
            case MQTT -> assertThat(greeted(stranger.device(), stranger)).isEqualTo(0x86);
        }
        awaiting(() -> assertThat(Given.told(NOBODY)).contains(SECURITY));
    }

    private static final DeviceEventKind SECURITY = DeviceEventKind.DEVICE_EVENT_KIND_SECURITY;

    private static int http(Given.Worn device, String body) {
        return Given.post(device, body).statusCode();
    }

    private static int fhir(Given.Worn device, String body) {
        return FhirPost.post(device, "/Observation", body).statusCode();
    }

    private static int greeted(UUID name, Given.Worn device) throws IOException {
        try (MqttSocket client = MqttSocket.greet(5, name.toString(), device.token())) {
            return client.answer().reason();
        }
    }

    private static String observation() {
        return FhirPost.observation("final", NOW.toString(), "72");
    }

    private static String observationOf(UUID device) {
        String reference = "{\"device\":{\"reference\":\"Device/" + device + "\"},";
        return observation().replaceFirst("\\{", reference);
    }

    private static void awaitTold(UUID device) {
        awaiting(() -> assertThat(Given.told(device)).containsExactly(SECURITY));
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
