package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.http.Door;
import org.homeward.ingest.http.Relays;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.reading.TimeQuality;
import org.homeward.ingest.reading.Validity;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@IngestTest
class FhirEdgeTest {
    private static final Instant NOW = Given.now();

    @Test
    void anObservationIsCreatedAndItsLocationIsTheGateways() {
        Given.Worn device = Given.worn();
        Response answer =
                FhirPost.post(
                        device,
                        "/Observation",
                        FhirPost.observation("final", NOW.toString(), "72"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String location = answer.header("Location");
        assertThat(location).contains("/fhir/R4/Observation/");
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        Reading stored = stored(id);
        assertThat(stored.measure().code()).isEqualTo("8867-4");
        assertThat(stored.patientId()).isEqualTo(device.patient());
    }

    @ParameterizedTest
    @CsvSource({"2024-05-06", "2024-05", "2024"})
    void aPartialDateIsHistory(String date) {
        Given.Worn device = Given.worn();
        Response answer =
                FhirPost.post(device, "/Observation", FhirPost.observation("final", date, "72"));
        assertThat(answer.statusCode()).isEqualTo(201);
        String location = answer.header("Location");
        UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        assertThat(stored(id).times().quality()).isEqualTo(TimeQuality.DATE_ONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "entered-in-error,2024-05-06,422",
        "cancelled,2024-05-06,422",
        "wrong,2024-05-06,400",
        "final,2024-13-45,400",
        "final,2024-05-06T10:00:00,400"
    })
    void whatCannotBeAReadingIsRefusedInFhirsWords(String status, String time, int code) {
        Given.Worn device = Given.worn();
        Response answer =
                FhirPost.post(device, "/Observation", FhirPost.observation(status, time, "72"));
        assertOutcome(answer, code);
        awaiting(() -> assertThat(Given.refusals(device).items()).hasSize(1));
    }

    @Test
    void anUnknownCodeAndAnAbsentValueAreRefused() {
        Given.Worn device = Given.worn();
        String good = FhirPost.observation("final", NOW.toString(), "72");
        assertOutcome(FhirPost.post(device, "/Observation", good.replace("8867-4", "1234-5")), 422);
        String absent =
                good.replaceFirst(
                        "\"valueQuantity\":\\{[^}]*}",
                        "\"dataAbsentReason\":{\"coding\":[{\"code\":\"asked-declined\"}]}");
        assertOutcome(FhirPost.post(device, "/Observation", absent), 422);
    }

    @Test
    void namingAnotherDeviceIsForbidden() {
        Given.Worn device = Given.worn();
        String other =
                FhirPost.observation("final", NOW.toString(), "72")
                        .replaceFirst(
                                "\\{",
                                "{\"device\":{\"reference\":\"Device/"
                                        + UUID.randomUUID()
                                        + "\"},");
        assertOutcome(FhirPost.post(device, "/Observation", other), 403);
    }

    @Test
    void aBatchHasAStatusPerEntry() {
        Given.Worn device = Given.worn();
        Response answer = FhirPost.post(device, "", bundle("batch", "72", "\"x\"", "74"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/fhir+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("batch-response");
        assertThat(answer.jsonPath().<String>getList("entry.response.status"))
                .satisfiesExactly(
                        s -> assertThat(s).startsWith("201"),
                        s -> assertThat(s).startsWith("400"),
                        s -> assertThat(s).startsWith("201"));
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(2));
    }

    @Test
    void aTransactionIsTakenWholeOrNotAtAll() {
        Given.Worn device = Given.worn();
        assertOutcome(FhirPost.post(device, "", bundle("transaction", "72", "\"x\"", "74")), 400);
        Response answer = FhirPost.post(device, "", bundle("transaction", "81", "82"));
        assertThat(answer.statusCode()).isEqualTo(200);
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(2));
    }

    @Test
    void aRefusedTransactionIsKeptAsOneAndGoesAgainWhole() {
        Given.Worn device = Given.worn();
        FhirPost.post(device, "", bundle("transaction", "72", "\"x\"", "74"));
        awaiting(() -> assertThat(Given.refusals(device).items()).hasSize(1));
        Refusal refusal = Given.refusals(device).items().getFirst();
        assertThat(refusal.detail()).startsWith("entry[1]");
        String kept = new String(refusal.payload(), StandardCharsets.UTF_8);
        assertThat(kept).contains("72", "\"x\"", "74");
        StoredObservations stored = Given.bean(StoredObservations.class);
        assertThat(stored.takes(refusal)).isTrue();
        assertThat(Given.await(stored.again(refusal)).fault()).contains("entry[1]");
        assertThat(Given.readings(device.patient()).items()).isEmpty();
        Refusal mended =
                Refusal.of(
                        new Refusal.Sent(
                                device.device(),
                                Path.FHIR,
                                refusal.payloadType(),
                                kept.replace("\"x\"", "73").getBytes(StandardCharsets.UTF_8),
                                refusal.received()),
                        new Refusal.Reason("X", "", null),
                        kept.replace("\"x\"", "73").getBytes(StandardCharsets.UTF_8));
        assertThat(Given.await(stored.again(mended)).fault()).isNull();
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(3));
    }

    /// The pressure is whole without its mean.
    @Test
    void aHubsUploadIsTakenWithItsClock() {
        Given.Worn device = Given.worn();
        String clock =
                "\"effectiveDateTime\":\"" + NOW + "\",\"valueDateTime\":\"2026-01-01T00:00:00Z\"";
        Response answer =
                FhirPost.post(device, "", PhdBodies.upload("transaction", NOW.toString(), clock));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().<String>getList("entry.response.status"))
                .containsExactly("200 OK", "200 OK", "201 Created", "201 Created", "200 OK");
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(2));
        assertThat(Given.readings(device.patient()).items())
                .allSatisfy(
                        r -> {
                            assertThat(r.validity()).isEqualTo(Validity.VALID);
                            assertThat(r.times().quality()).isEqualTo(TimeQuality.EXACT);
                            assertThat(r.context()).containsKey("clockOffsetSeconds");
                        });
    }

    @Test
    void aClockThatCouldNotBeReadCostsTheTimeAndNotTheReading() {
        Given.Worn device = Given.worn();
        String fault = "\"effectiveDateTime\":\"" + NOW + "\"," + PhdBodies.absent("unknown");
        FhirPost.post(device, "", PhdBodies.upload("batch", "2026-01-01T00:00:00Z", fault));
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(2));
        assertThat(Given.readings(device.patient()).items())
                .allSatisfy(
                        r -> {
                            assertThat(r.times().measured()).isEqualTo(r.times().received());
                            assertThat(r.times().quality()).isEqualTo(TimeQuality.UNKNOWN);
                            assertThat(r.flags()).contains("CLOCK_FAULT");
                        });
    }

    @Test
    void anEntryOfABundleThatNamesAnotherDeviceIsForbiddenAlone() {
        Given.Worn device = Given.worn();
        String other = "{\"device\":{\"reference\":\"Device/" + UUID.randomUUID() + "\"},";
        String body = bundle("batch", "72", "73");
        int second = body.lastIndexOf("{\"resourceType\":\"Observation");
        Response answer =
                FhirPost.post(
                        device, "", body.substring(0, second) + other + body.substring(second + 1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().<String>getList("entry.response.status"))
                .satisfiesExactly(
                        s -> assertThat(s).startsWith("201"), s -> assertThat(s).startsWith("403"));
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .singleElement()
                                .satisfies(
                                        r ->
                                                assertThat(r.reasons())
                                                        .containsExactly(Refusal.OTHER_DEVICE)));
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
    }

    /// Its judging fails: what is kept of the person is nothing.
    @Test
    void whatWeFailOnOurselvesIsKeptWithoutThePersonAndCanGoAgain() {
        FhirEdge broken =
                new FhirEdge(
                        Given.bean(Door.class),
                        Given.bean(AdmitReadings.class),
                        null,
                        Given.bean(Relays.class),
                        Given.bean(Counts.class),
                        Given.bean(IngestConfig.class));
        Router router = Router.router(Given.bean(Vertx.class));
        broken.open(router);
        Given.bean(Router.class).route("/broken/*").order(-100).subRouter(router);
        Given.Worn device = Given.worn();
        String body =
                FhirPost.observation("final", NOW.toString(), "72")
                        .replace("somebody-else\"", "x\",\"display\":\"" + BadInput.NAME + "\"");
        assertOutcome(FhirPost.postTo("/broken/fhir/R4/Observation", device, body), 422);
        BadInput.isKept(device, "DOOR_FAULT");
        Refusal refusal = Given.refusals(device).items().getFirst();
        assertThat(new String(refusal.payload(), StandardCharsets.UTF_8))
                .contains("8867-4")
                .doesNotContain(BadInput.NAME);
        assertThat(Given.await(Given.bean(StoredObservations.class).again(refusal)).fault())
                .isNull();
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
    }

    @Test
    void aBurstIsTurnedAwayInFhirsWords() {
        Given.Worn wild = Given.worn();
        Response last = FhirPost.post(wild, "/Observation", "{}");
        for (int i = 1; i < 2000 && last.statusCode() == 400; i++) {
            last = FhirPost.post(wild, "/Observation", "{}");
        }
        assertOutcome(last, 429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    }

    @Test
    void whatUnpacksToTooMuchIsTurnedAwayAndKept() throws IOException {
        Given.Worn device = Given.worn();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[20 * 1024 * 1024]);
        }
        assertOutcome(FhirPost.packed(device, "", bomb.toByteArray()), 413);
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .flatExtracting(Refusal::reasons)
                                .containsExactly("BODY_TOO_LARGE"));
    }

    /// One record holds the body and what was decoded of it, which is more than 1 MiB.
    @Test
    void theLargestBundleThatIsAllowedIsTaken() {
        Given.Worn device = Given.worn();
        String[] values = new String[1000];
        java.util.Arrays.fill(values, "72");
        String body = bundle("batch", values);
        String padding = ",\"category\":[{\"text\":\"%s\"}]";
        int room = (1_048_576 - body.length()) / values.length - padding.length() + 2;
        String large =
                body.replace(
                        "\"status\":\"final\"",
                        "\"status\":\"final\"" + padding.formatted("x".repeat(room)));
        assertThat(large.length()).isBetween(1_040_000, 1_048_576);
        Response answer = FhirPost.post(device, "", large);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().<String>getList("entry.response.status"))
                .hasSize(values.length)
                .containsOnly("201 Created");
    }

    private static String bundle(String type, String... values) {
        return FhirPost.bundle(type, NOW, values);
    }

    private static Reading stored(UUID id) {
        awaiting(() -> assertThat(Given.stored(id)).isPresent());
        return Given.stored(id).orElseThrow();
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    private static void assertOutcome(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("resourceType")).isEqualTo("OperationOutcome");
    }
}
