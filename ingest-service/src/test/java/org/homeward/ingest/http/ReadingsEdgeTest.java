package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.Hostile;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.reading.TimeQuality;
import org.homeward.ingest.reading.Validity;
import org.homeward.ingest.registry.RegisterDevices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@IngestTest
class ReadingsEdgeTest {
    private static final Instant NOW = Given.now();

    @Test
    void aReadingIsAcceptedAndComesIntoTheChart() {
        Given.Worn device = Given.worn();
        Response answer = Given.post(device, Given.pulse("72", NOW));
        assertThat(answer.statusCode()).isEqualTo(202);
        Reading stored = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(stored.patientId()).isEqualTo(device.patient());
        assertThat(stored.measure().value()).isEqualByComparingTo("72");
        assertThat(stored.times().measured()).isEqualTo(NOW);
        assertThat(stored.times().quality()).isEqualTo(TimeQuality.EXACT);
    }

    @Test
    void aPanelIsOneReadingWithComponents() {
        Given.Worn device = Given.worn();
        Response answer = Given.post(device, panel(128, 81));
        Reading stored = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(stored.components()).hasSize(2);
        assertThat(stored.validity()).isEqualTo(Validity.VALID);
    }

    @Test
    void aSenmlPackComesIntoTheChartRecordByRecord() {
        Given.Worn device = Given.worn();
        Given.profile(device);
        String pack =
                """
                [{"bn":"urn:dev:1:","bt":%d,"n":"spo2","u":"/","v":0.97},{"n":"sys","v":128},
                 {"n":"dia","v":81},{"n":"rssi","v":1}]"""
                        .formatted(NOW.getEpochSecond());
        Response answer = senml(device, pack);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getList("accepted.index")).containsExactly(0, 1, 2);
        assertThat(answer.jsonPath().getList("rejected.index")).containsExactly(3);
        Reading spo2 = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(spo2.measure().code()).isEqualTo("59408-5");
        assertThat(spo2.measure().value()).isEqualByComparingTo("97");
        assertThat(spo2.times().measured()).isEqualTo(NOW.truncatedTo(ChronoUnit.SECONDS));
        String panel = answer.jsonPath().getString("accepted[1].id");
        assertThat(answer.jsonPath().getString("accepted[2].id")).isEqualTo(panel);
        assertThat(stored(panel).components()).hasSize(2);
        BadInput.isKept(device, "UNKNOWN_CODE");
    }

    @Test
    void aSenmlPackThatIsNoneIsRefusedAndKept() {
        Given.Worn device = Given.worn();
        assertProblem(senml(device, "[{\"n\":\"hr\",\"fix_\":1}]"), 400);
        BadInput.isKept(device, "NOT_UNDERSTOOD");
    }

    @Test
    void theSchemasAreOpenToAll() {
        Response index = given().get("/telemetry/v1/schemas");
        assertThat(index.jsonPath().getList("items.id")).contains("readings", "senml", "keyed");
        for (String href : index.jsonPath().getList("items.href", String.class)) {
            Response schema = given().get(href);
            assertThat(schema.statusCode()).isEqualTo(200);
            assertThat(schema.contentType()).isEqualTo("application/schema+json");
            assertThat(schema.asString()).contains("draft/2020-12");
        }
    }

    private static Response senml(Given.Worn device, String pack) {
        return Given.post(device, pack.getBytes(StandardCharsets.UTF_8), "application/senml+json");
    }

    private static String panel(int systolic, int diastolic) {
        return """
        {"readings":[{"code":"85354-9","takenAt":"%s","components":[
          {"code":"8480-6","value":%d,"unit":"mm[Hg]"},
          {"code":"8462-4","value":%d,"unit":"mm[Hg]"}]}]}"""
                .formatted(NOW, systolic, diastolic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"readings\":[{\"code\"",
                "{\"readings\":[]}",
                "{\"readings\":{}}",
                "[]",
                "{\"readings\":[{\"code\":\"8867-4\"}]} x",
                "{\"battery\":80}",
                "{\"readings\":[{\"code\":\"8867-4\",\"code\":\"8867-4\"}]}",
                "{\"readings\":[{\"code\":\"8867-4\",\"value\":NaN}]}",
                "{\"readings\":[{\"code\":\"8867-4\",\"context\":{\"a\":\"\\u0000\"}}]}",
                "{\"readings\":[{\"code\":\"8867-4\",\"context\":{\"a\":\"\\ud800\"}}]}",
                "<readings/>",
            })
    void anUnreadableBodyIsRefusedAndKept(String body) {
        Given.Worn device = Given.worn();
        double before = BadInput.counted("http");
        Response answer = Given.post(device, body);
        assertProblem(answer, 400);
        String code = answer.jsonPath().getString("code");
        assertThat(code).isIn("UNREADABLE", "INVALID_ENVELOPE");
        BadInput.isKept(device, code);
        assertThat(BadInput.counted("http")).isEqualTo(before + 1);
    }

    @Test
    void invalidUtf8IsRefusedAndKept() {
        Given.Worn device = Given.worn();
        byte[] body = Given.pulse("72", NOW).getBytes(StandardCharsets.UTF_8);
        body[20] = (byte) 0xC3;
        assertProblem(Given.post(device, body), 400);
        BadInput.isKept(device, "UNREADABLE");
    }

    @Test
    void deepNestingAndEndlessNumbersAreRefused() {
        Given.Worn device = Given.worn();
        double before = BadInput.counted("http");
        assertProblem(Given.post(device, "{\"readings\":" + Hostile.nested(10_000) + "}"), 400);
        assertProblem(Given.post(device, Given.pulse(Hostile.digits(100_000), NOW)), 400);
        assertThat(BadInput.counted("http")).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':'8867-4','value':1e999999999,'unit':'/min','takenAt':'T'}|400|readings[0].value",
                "{'code':'8867-4','value':'71.3719','unit':'/min','takenAt':'T'}|400|readings[0].value",
                "{'value':72,'unit':'/min','takenAt':'T'}|400|readings[0].code",
                "{'code':'8867-4','value':72,'takenAt':'T'}|400|readings[0].unit",
                "{'code':'8867-4','value':72,'unit':'/min'}|400|readings[0].takenAt",
                "{'code':'8867-4','value':72,'unit':'/min','takenAt':'2026-11-22T10:00:00'}"
                        + "|400|readings[0].takenAt",
                "{'code':'8867-4','value':72,'unit':'/min','takenAt':'2026-11-22'}|400|readings[0].takenAt",
                "{'code':'1234-5','value':72,'unit':'/min','takenAt':'T'}|422|readings[0].code",
                "{'code':'59408-5','value':97,'unit':'mm[Hg]','takenAt':'T'}"
                        + "|422|readings[0].unit",
                "{'code':'8867-4','value':72,'unit':'bpm','takenAt':'T'}|422|readings[0].unit",
                "{'code':'29463-7','value':999999999999999,'unit':'Gg','takenAt':'T'}"
                        + "|400|readings[0].value",
                "{'code':'85354-9','value':72,'unit':'mm[Hg]','takenAt':'T'}|400|readings[0].value",
                "{'code':'8867-4','value':{},'unit':'/min','takenAt':'T'}|400|readings[0].value",
                "7|400|readings[0].is not an object",
            })
    void aFaultWithinAReadingIsItsVerdict(String reading, int status, String path) {
        Given.Worn device = Given.worn();
        String sent = reading.replace('\'', '"').replace(":72,", ":" + BadInput.VALUE + ",");
        String body = "{\"of\":\"" + BadInput.NAME + "\",\"readings\":[" + sent + "]}";
        double before = BadInput.counted("http");
        Response answer = Given.post(device, body.replace("\"T\"", "\"" + NOW + "\""));
        assertProblem(answer, status);
        assertThat(answer.jsonPath().getString("rejected[0].detail")).startsWith(path);
        BadInput.isKept(device, answer.jsonPath().getString("rejected[0].code"));
        assertThat(BadInput.counted("http")).isEqualTo(before + 1);
    }

    @Test
    void oneBadReadingAmongAHundredIsRefusedAlone() {
        Given.Worn device = Given.worn();
        String readings =
                IntStream.range(0, 100)
                        .mapToObj(i -> Given.reading(i == 41 ? "\"x\"" : "72", NOW.plusMillis(i)))
                        .collect(Collectors.joining(","));
        Response answer = Given.post(device, "{\"readings\":[" + readings + "]}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getList("accepted")).hasSize(99);
        assertThat(answer.jsonPath().getInt("rejected[0].index")).isEqualTo(41);
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(99));
    }

    @Test
    void whatIsTooMuchIsTurnedAway() throws IOException {
        Given.Worn device = Given.worn();
        assertProblem(Given.post(device, new byte[5 * 1024 * 1024]), 413);
        String many = IntStream.range(0, 1001).mapToObj(i -> "1").collect(Collectors.joining(","));
        assertProblem(Given.post(device, "{\"readings\":[" + many + "]}"), 413);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[20 * 1024 * 1024]);
        }
        Response answer =
                given().header("Authorization", "Bearer " + device.token())
                        .header("Content-Encoding", "gzip")
                        .contentType("application/json")
                        .body(bomb.toByteArray())
                        .post("/telemetry/v1/readings");
        assertProblem(answer, 413);
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .flatExtracting(Refusal::reasons)
                                .containsExactlyInAnyOrder(
                                        "BODY_TOO_LARGE", "TOO_MANY_READINGS", "BODY_TOO_LARGE"));
        assertThat(Given.refusals(device).items())
                .filteredOn(r -> r.reasons().contains("BODY_TOO_LARGE"))
                .allSatisfy(r -> assertThat(r.payload()).isEmpty())
                .allSatisfy(r -> assertThat(r.truncated()).isTrue())
                .anySatisfy(r -> assertThat(r.detail()).contains("5242880 bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "text/plain", "application/fhir+json"})
    void anotherMediaTypeIsNotSpokenHere(String type) {
        Given.Worn device = Given.worn();
        Response answer =
                given().header("Authorization", "Bearer " + device.token())
                        .contentType(type)
                        .body("<a/>")
                        .post("/telemetry/v1/readings");
        assertProblem(answer, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer x", "Basic YTpi", "Bearer eyJhbGciOiJub25lIn0.e30."})
    void withoutAKnownTokenNothingIsTaken(String header) {
        Response answer =
                given().header("Authorization", header)
                        .contentType("application/json")
                        .body(Given.pulse("72", NOW))
                        .post("/telemetry/v1/readings");
        assertProblem(answer, 401);
    }

    @Test
    void aDisabledDevicesTokenEndsAtOnce() {
        Given.Worn device = Given.worn();
        assertThat(Given.post(device, Given.pulse("72", NOW)).statusCode()).isEqualTo(202);
        Given.await(Given.bean(RegisterDevices.class).disable(device.device()));
        assertProblem(Given.post(device, Given.pulse("73", NOW.plusSeconds(1))), 401);
    }

    @Test
    void namingAnotherDeviceIsForbidden() {
        Given.Worn device = Given.worn();
        assertProblem(Given.post(device, Given.pulseOf(UUID.randomUUID(), NOW)), 403);
        BadInput.isKept(device, Refusal.OTHER_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/telemetry/v1%2Freadings",
                "/telemetry//v1/readings;a=b",
                "/telemetry/v1/readings/",
                "/telemetry/v1/../v1/readings",
            })
    void noSpellingOfThePathGetsPastTheCredential(String path) {
        int anonymous = spelled(path, "");
        assertThat(anonymous).isIn(401, 404, 405);
        int known = spelled(path, "Bearer " + Given.worn().token());
        assertThat(known).isEqualTo(anonymous == 401 ? 202 : anonymous);
    }

    private static int spelled(String path, String authorization) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", authorization)
                .contentType("application/json")
                .body(Given.pulse("72", NOW))
                .post(path)
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({"8867-4,900,/min", "59408-5,140,%", "29463-7,0,kg"})
    void anImpossibleValueIsStoredAsInvalid(String code, String value, String unit) {
        Given.Worn device = Given.worn();
        String body = Given.pulse(value, NOW).replace("8867-4", code).replace("/min", unit);
        Response answer = Given.post(device, body);
        assertThat(answer.statusCode()).isEqualTo(202);
        Reading stored = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(stored.validity()).isEqualTo(Validity.INVALID);
        assertThat(stored.flags()).contains("IMPOSSIBLE_VALUE");
        told(device, DeviceEventKind.DEVICE_EVENT_KIND_IMPOSSIBLE_VALUE);
    }

    @Test
    void anExtremeValueThatIsPossibleIsTakenAsItIs() {
        Given.Worn device = Given.worn();
        Response answer = Given.post(device, Given.pulse("220", NOW));
        assertThat(stored(answer.jsonPath().getString("accepted[0].id")).validity())
                .isEqualTo(Validity.VALID);
    }

    @Test
    void crossedPressuresAreFlagged() {
        Given.Worn device = Given.worn();
        Response answer = Given.post(device, panel(70, 81));
        Reading stored = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(stored.flags()).contains("SYSTOLIC_BELOW_DIASTOLIC");
        assertThat(stored.validity()).isEqualTo(Validity.QUESTIONED);
        told(device, DeviceEventKind.DEVICE_EVENT_KIND_IMPLAUSIBLE_PANEL);
    }

    private static void told(Given.Worn device, DeviceEventKind kind) {
        awaiting(() -> assertThat(Given.told(device.patient())).containsExactly(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01T00:00:00Z", "1970-01-01T00:00:12Z"})
    void aClockThatCannotBeRightCostsTheTimeOnly(String time) {
        Given.Worn device = Given.worn();
        Response answer = Given.post(device, Given.pulse("72", Instant.parse(time)));
        Reading stored = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(stored.times().quality()).isEqualTo(TimeQuality.UNKNOWN);
        assertThat(stored.times().measured()).isEqualTo(stored.times().received());
    }

    @ParameterizedTest
    @CsvSource({"PT6M,SUSPECT", "PT48H,UNKNOWN"})
    void aClockAheadIsJudgedByHowFar(Duration ahead, TimeQuality quality) {
        Given.Worn device = Given.worn();
        Response answer = Given.post(device, Given.pulse("72", Given.now().plus(ahead)));
        assertThat(answer.statusCode()).isEqualTo(202);
        Reading stored = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(stored.times().quality()).isEqualTo(quality);
        told(device, DeviceEventKind.DEVICE_EVENT_KIND_CLOCK_FAULT);
    }

    @Test
    void whatWasMeasuredAMonthAgoIsHistory() {
        Given.Worn device = Given.worn();
        Instant then = NOW.minus(Duration.ofDays(30));
        Response answer = Given.post(device, Given.pulse("72", then));
        assertThat(answer.statusCode()).isEqualTo(202);
        Reading stored = stored(answer.jsonPath().getString("accepted[0].id"));
        assertThat(stored.times().measured()).isEqualTo(then);
        assertThat(stored.times().quality()).isEqualTo(TimeQuality.EXACT);
    }

    @Test
    void aBurstOfOneDeviceIsTurnedAwayAndOthersAreNot() {
        Given.Worn wild = Given.worn();
        Response last = Given.post(wild, Given.pulse("72", NOW));
        for (int i = 1; i < 2000 && last.statusCode() == 202; i++) {
            last = Given.post(wild, Given.pulse("72", NOW.plusMillis(i)));
        }
        assertProblem(last, 429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        Given.Worn other = Given.worn();
        assertThat(Given.post(other, Given.pulse("72", NOW)).statusCode()).isEqualTo(202);
    }

    private static Reading stored(String id) {
        UUID reading = UUID.fromString(id);
        awaiting(() -> assertThat(Given.stored(reading)).isPresent());
        return Given.stored(reading).orElseThrow();
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    private static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        BadInput.isSilent(answer.asString());
    }
}
