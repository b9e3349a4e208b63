package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.homeward.events.Sources;
import org.homeward.events.Topics;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.reading.TimeQuality;
import org.homeward.ingest.redrive.RedriveRefusals;
import org.homeward.ingest.registry.RegisterDevices;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class MqttEdgeTest {
    private static final String TOPIC = "telemetry/v1/readings";
    private static final Instant NOW = Given.now();

    @ConfigProperty(name = "homeward.ingest.mqtt-port")
    int port;

    @Test
    void aReadingOverVersion311ComesIntoTheChart() {
        Given.Worn device = Given.worn();
        Mqtt3BlockingClient client = three();
        connect(client, device.device().toString(), device.token());
        publish(client, Given.pulse("72", NOW));
        client.disconnect();
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
    }

    @Test
    void aReadingOverVersion5ComesIntoTheChart() {
        Given.Worn device = Given.worn();
        Mqtt5BlockingClient client = connected5(device);
        publish(client, TOPIC, Given.pulse("72", NOW), MqttQos.AT_LEAST_ONCE);
        client.disconnect();
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
    }

    @Test
    void wrongCredentialsAreRefusedWithTheirReasonCode() {
        Given.Worn device = Given.worn();
        assertThatThrownBy(() -> connect(five(), device.device().toString(), "wrong"))
                .isInstanceOfSatisfying(
                        Mqtt5ConnAckException.class,
                        e ->
                                assertThat(e.getMqttMessage().getReasonCode())
                                        .isEqualTo(
                                                Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD));
        assertThatThrownBy(() -> connect(three(), device.device().toString(), "wrong"))
                .isInstanceOf(Mqtt3ConnAckException.class);
    }

    @Test
    void anotherDevicesNameIsNotAuthorised() {
        Given.Worn device = Given.worn();
        assertThatThrownBy(() -> connect(five(), UUID.randomUUID().toString(), device.token()))
                .isInstanceOfSatisfying(
                        Mqtt5ConnAckException.class,
                        e ->
                                assertThat(e.getMqttMessage().getReasonCode())
                                        .isEqualTo(Mqtt5ConnAckReasonCode.NOT_AUTHORIZED));
    }

    @Test
    void garbageIsKeptAndAcknowledgedAsThat() {
        Given.Worn device = Given.worn();
        Mqtt5BlockingClient client = connected5(device);
        assertThatThrownBy(() -> publish(client, TOPIC, "{garbage", MqttQos.AT_LEAST_ONCE))
                .isInstanceOfSatisfying(
                        Mqtt5PubAckException.class,
                        e ->
                                assertThat(e.getMqttMessage().getReasonCode())
                                        .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID));
        awaiting(() -> assertThat(Given.refusals(device).items()).hasSize(1));
        Mqtt3BlockingClient old = three();
        connect(old, device.device().toString(), device.token());
        publish(old, "{other garbage");
        awaiting(() -> assertThat(Given.refusals(device).items()).hasSize(2));
        client.disconnect();
        old.disconnect();
    }

    @Test
    void moreThanAThousandReadingsAreRefusedAndKept() {
        Given.Worn device = Given.worn();
        Mqtt5BlockingClient client = connected5(device);
        String many = "{\"readings\":[1" + ",1".repeat(1000) + "]}";
        assertThatThrownBy(() -> publish(client, TOPIC, many, MqttQos.AT_LEAST_ONCE))
                .isInstanceOf(Mqtt5PubAckException.class);
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .flatExtracting(Refusal::reasons)
                                .containsExactly("TOO_MANY_READINGS"));
        client.disconnect();
    }

    @Test
    void anotherTopicIsNotAuthorised() {
        Mqtt5BlockingClient client = connected5(Given.worn());
        assertThatThrownBy(
                        () ->
                                publish(
                                        client,
                                        "devices/other/readings",
                                        Given.pulse("72", NOW),
                                        MqttQos.AT_LEAST_ONCE))
                .isInstanceOfSatisfying(
                        Mqtt5PubAckException.class,
                        e ->
                                assertThat(e.getMqttMessage().getReasonCode())
                                        .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
        client.disconnect();
    }

    @Test
    void qos0CarriesNoPromiseAndEndsTheConnection() {
        Given.Worn device = Given.worn();
        Mqtt5BlockingClient client = connected5(device);
        publish(client, TOPIC, Given.pulse("72", NOW), MqttQos.AT_MOST_ONCE);
        awaiting(() -> assertThat(client.getState()).isEqualTo(MqttClientState.DISCONNECTED));
    }

    @Test
    void anOversizedMessageEndsTheConnection() {
        Given.Worn device = Given.worn();
        Mqtt3BlockingClient client = three();
        connect(client, device.device().toString(), device.token());
        assertThatThrownBy(() -> publish(client, " ".repeat(300_000)));
        assertThat(client.getState()).isEqualTo(MqttClientState.DISCONNECTED);
    }

    @Test
    void disablingADeviceEndsItsSession() {
        Given.Worn device = Given.worn();
        Mqtt5BlockingClient client = connected5(device);
        Given.await(Given.bean(RegisterDevices.class).disable(device.device()));
        awaiting(() -> assertThat(client.getState()).isEqualTo(MqttClientState.DISCONNECTED));
        assertThatThrownBy(() -> connect(five(), device.device().toString(), device.token()))
                .isInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void whoLeavesBeforeItIsLetInIsNotTakenForConnected() throws IOException {
        Connections connections = Given.bean(Connections.class);
        for (int i = 0; i < 20; i++) {
            Given.Worn device = Given.device();
            MqttSocket.greet(4, device.device().toString(), device.token()).close();
        }
        awaiting(() -> assertThat(connections.size()).isZero());
    }

    @Test
    void aThingsBoardDeviceIsUnderstoodAsItIs() {
        Given.Worn device = Given.worn();
        Given.profile(device);
        Mqtt3BlockingClient client = thingsBoard(device);
        String topic = "v1/devices/me/telemetry";
        String body = "{\"ts\":" + NOW.toEpochMilli() + ",\"values\":{\"spo2\":\"97\"}}";
        publish(client, topic, body, MqttQos.AT_LEAST_ONCE);
        publish(client, topic, "{\"hr\":72}", MqttQos.AT_MOST_ONCE);
        publish(client, topic, "{\"rssi\":-60}", MqttQos.AT_LEAST_ONCE);
        publish(client, "v1/devices/me/attributes", "{\"fw\":\"1\"}", MqttQos.AT_LEAST_ONCE);
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(2));
        Reading spo2 = reading(device, "59408-5");
        assertThat(spo2.times().measured()).isEqualTo(NOW);
        assertThat(spo2.times().quality()).isEqualTo(TimeQuality.EXACT);
        assertThat(spo2.context()).isEmpty();
        assertThat(source(device)).isEqualTo(body);
        Reading pulse = reading(device, "8867-4");
        assertThat(pulse.measure().unit()).isEqualTo("/min");
        assertThat(pulse.times().quality()).isEqualTo(TimeQuality.UNKNOWN);
        assertThat(pulse.flags()).containsExactly("TIME_OF_RECEIPT");
        assertThat(pulse.context()).containsEntry("delivery", "best-effort");
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .flatExtracting(Refusal::reasons)
                                .containsExactlyInAnyOrder("UNKNOWN_CODE", "NOT_A_READING"));
        client.disconnect();
    }

    @Test
    void whatWasSentAsBestEffortSaysSoWhenItGoesAgain() {
        Given.Worn device = Given.worn();
        Mqtt3BlockingClient client = thingsBoard(device);
        publish(client, "v1/devices/me/telemetry", "{\"hr\":72}", MqttQos.AT_MOST_ONCE);
        awaiting(() -> assertThat(Given.refusals(device).items()).hasSize(1));
        client.disconnect();
        Given.profile(device);
        UUID refusal = Given.refusals(device).items().getFirst().id();
        Given.await(CDI.current().select(RedriveRefusals.class).get().redrive(refusal, "test"));
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
        assertThat(reading(device, "8867-4").context()).containsEntry("delivery", "best-effort");
    }

    /// What the log keeps of the device's first message.
    private static String source(Given.Worn device) {
        try {
            byte[] record = Topic.of(Topics.TELEMETRY, device.device()).getFirst().value();
            byte[] source = Sources.of(TelemetryReceived.parseFrom(record));
            return new String(source, StandardCharsets.UTF_8);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTokenThatIsNobodysIsRefused() {
        Given.Worn device = Given.worn();
        Given.Worn stranger = new Given.Worn(device.device(), "x".repeat(43), device.patient());
        assertThatThrownBy(() -> thingsBoard(stranger)).isInstanceOf(Mqtt3ConnAckException.class);
        Given.Worn named =
                new Given.Worn(device.device(), device.device().toString(), device.patient());
        assertThatThrownBy(() -> thingsBoard(named)).isInstanceOf(Mqtt3ConnAckException.class);
    }

    @Test
    void aTokenAloneIsLookedUpAgainAsThat() {
        Given.Worn device = Given.worn();
        Given.profile(device);
        Mqtt3BlockingClient client = thingsBoard(device);
        CDI.current().getBeanManager().getEvent().fire(new Credentials.Doubtful());
        publish(client, "v1/devices/me/telemetry", "{\"hr\":72}", MqttQos.AT_LEAST_ONCE);
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
        assertThat(client.getState()).isEqualTo(MqttClientState.CONNECTED);
        client.disconnect();
    }

    private Mqtt3BlockingClient thingsBoard(Given.Worn device) {
        Mqtt3BlockingClient client = three();
        client.connectWith().simpleAuth().username(device.token()).applySimpleAuth().send();
        return client;
    }

    @Test
    void aHonoDeviceIsUnderstoodAsItIs() {
        Given.Worn device = Given.worn();
        Given.profile(device);
        Mqtt5BlockingClient client = five();
        connect(client, device.device() + "@home", device.token());
        publish(client, "telemetry", "{\"spo2\":97}", MqttQos.AT_LEAST_ONCE);
        publish(client, "e", Given.pulse("72", NOW), MqttQos.AT_LEAST_ONCE);
        client.disconnect();
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(2));
        assertThat(reading(device, "8867-4").times().measured()).isEqualTo(NOW);
        assertThatThrownBy(() -> connect(five(), UUID.randomUUID() + "@home", device.token()))
                .isInstanceOf(Mqtt5ConnAckException.class);
    }

    @Test
    void senmlIsKnownByItsContentType() {
        Given.Worn device = Given.worn();
        Mqtt5BlockingClient client = connected5(device);
        client.publishWith()
                .topic(TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType("application/senml+json")
                .payload(
                        "[{\"n\":\"8867-4\",\"u\":\"beat/min\",\"v\":72,\"t\":-60}]"
                                .getBytes(StandardCharsets.UTF_8))
                .send();
        client.disconnect();
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
        Reading.Times times = reading(device, "8867-4").times();
        assertThat(times.quality()).isEqualTo(TimeQuality.SUSPECT);
        assertThat(times.received()).isBetween(NOW, NOW.plusSeconds(600));
        assertThat(times.measured())
                .isCloseTo(times.received().minusSeconds(60), within(1, ChronoUnit.MILLIS));
    }

    private static Reading reading(Given.Worn device, String code) {
        return Given.readings(device.patient()).items().stream()
                .filter(reading -> reading.measure().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Mqtt3BlockingClient three() {
        return MqttClient.builder()
                .useMqttVersion3()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
    }

    private Mqtt5BlockingClient five() {
        return MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
    }

    private Mqtt5BlockingClient connected5(Given.Worn device) {
        Mqtt5BlockingClient client = five();
        connect(client, device.device().toString(), device.token());
        return client;
    }

    private static void connect(Mqtt3BlockingClient client, String name, String token) {
        client.connectWith()
                .simpleAuth()
                .username(name)
                .password(token.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
    }

    private static void connect(Mqtt5BlockingClient client, String name, String token) {
        client.connectWith()
                .simpleAuth()
                .username(name)
                .password(token.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
    }

    private static void publish(Mqtt3BlockingClient client, String body) {
        publish(client, TOPIC, body, MqttQos.AT_LEAST_ONCE);
    }

    private static void publish(
            Mqtt3BlockingClient client, String topic, String body, MqttQos qos) {
        client.publishWith()
                .topic(topic)
                .qos(qos)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static void publish(
            Mqtt5BlockingClient client, String topic, String body, MqttQos qos) {
        client.publishWith()
                .topic(topic)
                .qos(qos)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
