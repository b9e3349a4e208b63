package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.hub.AuthoriseHubs;
import org.homeward.ingest.mqtt.MqttSocket;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.RedriveRefusals;
import org.homeward.ingest.registry.RegisterDevices;
import org.junit.jupiter.api.Test;

/// A hub that brings the readings of other devices, on both protocols.
@QuarkusTest
@IngestTest
class HubsTest {
    private static final Instant NOW = Given.now();

    @Inject AuthoriseHubs hubs;

    private final Given.Worn hub = Given.device();

    private static Given.Worn scale() {
        Given.Worn device = Given.device("scale-" + UUID.randomUUID());
        Given.assign(device, NOW.minusSeconds(86_400), null);
        return device;
    }

    private UUID authorised(Given.Worn device) {
        return Given.actsFor(hub, device);
    }

    private static String forged(Given.Worn device) {
        return Given.pulseOf(device.device(), NOW)
                .replace(
                        "\"code\"",
                        "\"context\":{\"relayedBy\":\"me\",\"posture\":\"lying\"},\"code\"");
    }

    @Test
    void whatAHubBringsIsTheDevicesThatMeasuredAndSaysHowItCame() {
        Given.Worn device = scale();
        authorised(device);
        Response taken = Given.post(hub, forged(device));
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        // The same by the device itself: one reading.
        Response again = Given.post(device, forged(device));
        assertThat(again.jsonPath().getString("accepted[0].id"))
                .isEqualTo(taken.jsonPath().getString("accepted[0].id"));
        awaiting(
                () ->
                        assertThat(Given.readings(device.patient()).items())
                                .singleElement()
                                .satisfies(
                                        r -> {
                                            assertThat(r.deviceId()).isEqualTo(device.device());
                                            assertThat(r.context())
                                                    .containsEntry(
                                                            "relayedBy", hub.device().toString())
                                                    .containsEntry("posture", "lying");
                                        }));
    }

    @Test
    void whoActsForNobodyCannotSayItWasRelayed() {
        Given.Worn device = scale();
        assertThat(Given.post(device, forged(device)).statusCode()).isEqualTo(202);
        awaiting(
                () ->
                        assertThat(Given.readings(device.patient()).items())
                                .singleElement()
                                .satisfies(
                                        r -> assertThat(r.context()).containsOnlyKeys("posture")));
    }

    @Test
    void aHubSpeaksForNoOtherDeviceAndForNoneThatIsDisabledOrWhoseTimeIsOver() {
        Given.Worn device = scale();
        Given.Worn other = scale();
        UUID id = authorised(device);
        assertRefused(other);
        assertThat(Given.post(hub, Given.pulseOf(device.device(), NOW)).statusCode())
                .isEqualTo(202);
        Given.await(hubs.end(hub.device(), id));
        authorised(other);
        assertRefused(device);
        Given.await(Given.bean(RegisterDevices.class).disable(other.device()));
        Response answer = Given.post(hub, Given.pulseOf(other.device(), NOW));
        assertThat(answer.statusCode()).isEqualTo(403);
        awaiting(
                () ->
                        assertThat(Given.told(hub.device()))
                                .containsExactly(DeviceEventKind.DEVICE_EVENT_KIND_SECURITY));
    }

    private void assertRefused(Given.Worn device) {
        Response answer = Given.post(hub, Given.pulseOf(device.device(), NOW));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("code"))
                .isEqualTo(Refusal.NOT_AUTHORISED_FOR_DEVICE);
        BadInput.isSilent(answer.asString());
        assertKept();
    }

    private void assertKept() {
        awaiting(
                () ->
                        assertThat(Given.refusals(hub).items())
                                .isNotEmpty()
                                .allSatisfy(
                                        r ->
                                                assertThat(r.reasons())
                                                        .containsExactly(
                                                                Refusal
                                                                        .NOT_AUTHORISED_FOR_DEVICE)));
    }

    @Test
    void theSameHoldsOverMqtt() throws IOException {
        Given.Worn device = scale();
        authorised(device);
        try (MqttSocket client = MqttSocket.connect(5, hub)) {
            client.publish(1, Given.pulseOf(device.device(), NOW));
            assertThat(client.answer()).isEqualTo(new MqttSocket.Answer(MqttSocket.PUBACK, 0));
            client.publish(1, Given.pulseOf(UUID.randomUUID(), NOW));
            assertThat(client.answer()).isEqualTo(new MqttSocket.Answer(MqttSocket.PUBACK, 0x87));
        }
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
    }

    @Test
    void aThingsBoardGatewayNamesItsDevices() throws IOException {
        Given.Worn scale = scale();
        Given.Worn cuff = scale();
        Given.profile(scale);
        Given.profile(cuff);
        authorised(scale);
        authorised(cuff);
        String body =
                "{\"%s\":[{\"ts\":%d,\"values\":{\"spo2\":97,\"hr\":72}}],\"%s\":[{\"hr\":61}],\"X\":[{\"hr\":1}]}"
                        .formatted(scale.device(), NOW.toEpochMilli(), cuff.device());
        try (MqttSocket client = MqttSocket.greet(4, hub.token(), "")) {
            client.letIn();
            client.publish("v1/gateway/telemetry", 1, body.getBytes(StandardCharsets.UTF_8));
            assertThat(client.answer().type()).isEqualTo(MqttSocket.PUBACK);
        }
        awaiting(() -> assertThat(Given.readings(scale.patient()).items()).hasSize(2));
        awaiting(() -> assertThat(Given.readings(cuff.patient()).items()).hasSize(1));
        assertThat(Given.readings(cuff.patient()).items().getFirst().context())
                .containsEntry("relayedBy", hub.device().toString());
        assertKept();
    }

    @Test
    void whatAGatewaySaidOfADeviceWithoutAProfileGoesAgainAndSaysWhichHubBroughtIt()
            throws IOException {
        Given.Worn scale = scale();
        authorised(scale);
        String body =
                "{\"%s\":[{\"ts\":%d,\"values\":{\"spo2\":97}}]}"
                        .formatted(scale.device(), NOW.toEpochMilli());
        try (MqttSocket client = MqttSocket.greet(4, hub.token(), "")) {
            client.letIn();
            client.publish("v1/gateway/telemetry", 1, body.getBytes(StandardCharsets.UTF_8));
            assertThat(client.answer().type()).isEqualTo(MqttSocket.PUBACK);
        }
        awaiting(() -> assertThat(Given.refusals(scale).items()).hasSize(1));
        Refusal refusal = Given.refusals(scale).items().getFirst();
        assertThat(refusal.relayedBy()).isEqualTo(hub.device());
        Given.profile(scale);
        assertThat(Given.await(Given.bean(RedriveRefusals.class).redrive(refusal.id(), "desk")))
                .isInstanceOf(RedriveRefusals.Result.Done.class);
        awaiting(
                () ->
                        assertThat(Given.readings(scale.patient()).items())
                                .singleElement()
                                .satisfies(
                                        r ->
                                                assertThat(r.context())
                                                        .containsEntry(
                                                                "relayedBy",
                                                                hub.device().toString())));
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
