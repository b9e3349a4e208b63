package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.fhir.HubBodies.bundle;
import static org.homeward.ingest.fhir.HubBodies.device;
import static org.homeward.ingest.fhir.HubBodies.entry;
import static org.homeward.ingest.fhir.HubBodies.pulse;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Sources;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.hub.AuthoriseHubs;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;
import org.homeward.ingest.sent.Path;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;

/// A hub that brings the readings of other devices as FHIR.
@QuarkusTest
@IngestTest
class HubUploadsTest {
    private static final Instant NOW = Given.now();

    @Inject AuthoriseHubs hubs;
    @Inject StoredObservations stored;

    private final Given.Worn hub = Given.worn();
    private final String scaleSerial = "scale-" + UUID.randomUUID();
    private final String cuffSerial = "cuff-" + UUID.randomUUID();
    private final Given.Worn scale = worn(scaleSerial);
    private final Given.Worn cuff = worn(cuffSerial);

    private static Given.Worn worn(String serial) {
        Given.Worn device = Given.device(serial);
        Given.assign(device, NOW.minusSeconds(86_400), null);
        return device;
    }

    private String upload(String type, String... more) {
        String[] entries = {
            entry("c", device(cuffSerial, "2.0")),
            entry("s", device(scaleSerial, "1.0")),
            entry("1", pulse("urn:uuid:s", "71", NOW)),
            entry("2", pulse("urn:uuid:c", "72", NOW)),
        };
        return bundle(
                type, Stream.of(entries, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private static String[] statuses(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().<String>getList("entry.response.status").stream()
                .map(status -> status.substring(0, 3))
                .toArray(String[]::new);
    }

    private static List<TelemetryReceived> logged(Given.Worn device) {
        return Topic.of(Topics.TELEMETRY, device.device()).stream()
                .map(HubUploadsTest::parsed)
                .toList();
    }

    private static TelemetryReceived parsed(ConsumerRecord<byte[], byte[]> record) {
        try {
            return TelemetryReceived.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertHas(Given.Worn device, int readings) {
        awaiting(
                () ->
                        assertThat(Given.readings(device.patient()).items())
                                .hasSize(readings)
                                .allSatisfy(
                                        r ->
                                                assertThat(r.context())
                                                        .containsEntry(
                                                                "relayedBy",
                                                                hub.device().toString())));
    }

    private void assertKept(String reason) {
        awaiting(
                () ->
                        assertThat(Given.refusals(hub).items())
                                .isNotEmpty()
                                .allSatisfy(r -> assertThat(r.reasons()).containsExactly(reason)));
        assertThat(Given.readings(hub.patient()).items()).isEmpty();
    }

    @Test
    void anObservationIsTheDevicesThatItNames() {
        Given.actsFor(hub, scale);
        String body = pulse(scale.device(), "72", NOW);
        Response taken = FhirPost.post(hub, "/Observation", body);
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(201);
        // The same by the device itself: one reading.
        Response again = FhirPost.post(scale, "/Observation", body);
        assertThat(again.header("Location")).isEqualTo(taken.header("Location"));
        assertHas(scale, 1);
    }

    @Test
    void aHubMayNotSpeakForADeviceBeforeItIsLetAndNotAfterwards() {
        String body = pulse(scale.device(), "72", NOW);
        Response stranger = FhirPost.post(hub, "/Observation", body);
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.asString()).contains(Refusal.OTHER_DEVICE);
        UUID id = Given.actsFor(hub, scale);
        assertThat(FhirPost.post(hub, "/Observation", body).statusCode()).isEqualTo(201);
        Given.await(hubs.end(hub.device(), id));
        Response ended = FhirPost.post(hub, "/Observation", pulse(scale.device(), "73", NOW));
        assertThat(ended.statusCode()).isEqualTo(403);
        assertThat(ended.asString()).contains(Refusal.NOT_AUTHORISED_FOR_DEVICE);
        BadInput.isSilent(ended.asString());
        assertThat(statuses(FhirPost.post(hub, "", upload("batch"))))
                .containsExactly("200", "200", "403", "403");
        awaiting(
                () ->
                        assertThat(Given.refusals(hub.device(), Refusal.NOT_AUTHORISED_FOR_DEVICE))
                                .hasSize(3)
                                .noneMatch(stored::takes));
        assertHas(scale, 1);
        assertThat(Given.readings(hub.patient()).items()).isEmpty();
    }

    @Test
    void aBatchOfTwoDevicesIsOneRecordOfEach() {
        Given.actsFor(hub, scale);
        Given.actsFor(hub, cuff);
        Response answer =
                FhirPost.post(
                        hub,
                        "",
                        upload(
                                "batch",
                                entry("3", pulse("urn:uuid:s", "\"x\"", NOW)),
                                entry("4", pulse(UUID.randomUUID(), "74", NOW)),
                                entry("5", pulse("urn:uuid:s", "75", NOW.minusSeconds(9)))));
        assertThat(statuses(answer))
                .containsExactly("200", "200", "201", "201", "400", "403", "201");
        assertHas(scale, 2);
        assertHas(cuff, 1);
        assertThat(logged(scale)).singleElement().satisfies(r -> assertLogged(r, "1.0"));
        assertThat(logged(cuff)).singleElement().satisfies(r -> assertLogged(r, "2.0"));
        assertKept(Refusal.NOT_AUTHORISED_FOR_DEVICE);
        awaiting(() -> assertThat(Given.refusals(scale).items()).hasSize(1));
    }

    private void assertLogged(TelemetryReceived record, String firmware) {
        assertThat(record.getFirmware()).isEqualTo(firmware);
        assertThat(Uuids.fromBytes(record.getHubId())).isEqualTo(hub.device());
        assertThat(new String(Sources.of(record), StandardCharsets.UTF_8))
                .contains("\"" + firmware + "\"")
                .doesNotContain(firmware.equals("1.0") ? "2.0" : "1.0");
    }

    @Test
    void aTransactionOfTwoDevicesIsRefusedAndOneOfOneIsTaken() {
        Given.actsFor(hub, scale);
        Given.actsFor(hub, cuff);
        Response answer = FhirPost.post(hub, "", upload("transaction"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("SEVERAL_DEVICES", "one transaction for each");
        assertKept("SEVERAL_DEVICES");
        Refusal kept = Given.refusals(hub).items().getFirst();
        assertThat(stored.takes(kept)).isTrue();
        assertThat(Given.await(stored.again(kept)).fault()).startsWith("SEVERAL_DEVICES");
        String one =
                bundle(
                        "transaction",
                        entry("s", device(scaleSerial, "1.0")),
                        entry("1", pulse("urn:uuid:s", "71", NOW)),
                        entry("2", pulse(scale.device(), "72", NOW.minusSeconds(9))));
        assertThat(statuses(FhirPost.post(hub, "", one))).containsExactly("200", "201", "201");
        assertHas(scale, 2);
        assertThat(Given.readings(cuff.patient()).items()).isEmpty();
    }

    /// A body that was refused before anybody looked whose it is.
    @Test
    void whatIsSentAgainIsTheDevicesThatMeasured() {
        Given.actsFor(hub, scale);
        Given.actsFor(hub, cuff);
        byte[] body = upload("batch").getBytes(StandardCharsets.UTF_8);
        Refusal refusal =
                Refusal.of(
                        new Refusal.Sent(
                                hub.device(), Path.FHIR, Outcomes.TYPE, body, Instant.now()),
                        new Refusal.Reason("TOO_MANY_READINGS", "entry: more than 1", null),
                        body);
        assertThat(stored.takes(refusal)).isTrue();
        assertThat(Given.await(stored.again(refusal))).isEqualTo(Way.Verdict.ACCEPTED);
        assertHas(scale, 1);
        assertHas(cuff, 1);
        assertThat(Given.readings(hub.patient()).items()).isEmpty();
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
