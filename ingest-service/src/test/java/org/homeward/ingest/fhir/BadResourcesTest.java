package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a device may get wrong over FHIR: an OperationOutcome each, and the refusal is kept.
@QuarkusTest
@IngestTest
class BadResourcesTest {
    private static final Instant NOW = Given.now();

    private final Given.Worn device = Given.worn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"resourceType\":",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Observation\"} x",
                "{\"resourceType\":\"Observation\",\"resourceType\":\"Observation\"}",
                "{\"resourceType\":\"Observation\",\"a\":NaN}",
                "{\"resourceType\":\"Observation\",\"a\":\"\\u0000\"}",
                "{\"resourceType\":\"Observation\",\"a\":\"\\ud800\"}",
                "<Observation/>",
            })
    void anUnreadableBodyIsRefusedAndKept(String body) {
        assertOutcome(FhirPost.post(device, "/Observation", body), 400);
        assertOutcome(FhirPost.post(device, "", body), 400);
        keptRefusal();
    }

    @Test
    void invalidUtf8DeepNestingAndEndlessNumbersAreRefused() {
        byte[] broken =
                FhirPost.observation("final", NOW.toString(), "72")
                        .getBytes(StandardCharsets.UTF_8);
        broken[20] = (byte) 0xC3;
        assertOutcome(FhirPost.post(device, "/Observation", FhirPost.TYPE, broken), 400);
        String deep = "{\"resourceType\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertOutcome(FhirPost.post(device, "/Observation", deep), 400);
        assertOutcome(post("9".repeat(100_000)), 400);
    }

    private Response post(String value) {
        return FhirPost.post(
                device, "/Observation", FhirPost.observation("final", NOW.toString(), value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'value':72|'value':1e999999999|400|valueQuantity.value",
                "'value':72|'value':'72'|400|valueQuantity.value",
                "'value':72|'a':1|400|valueQuantity.value",
                "'unit':'beats/minute','system':'http://unitsofmeasure.org','code':'/min'"
                        + "|'a':1|400|valueQuantity.unit",
                "'system':'http://unitsofmeasure.org'|'system':'urn:other'|422|valueQuantity",
                "'code':'/min'|'code':'mm[Hg]'|422|unit",
                "'code':'/min'|'code':'beats'|422|unit",
                "'code':'8867-4'|'code':'1234-5'|422|code",
                "'code':{|'kode':{|400|code",
                "'effectiveDateTime'|'ineffectiveDateTime'|400|effectiveDateTime",
                "'status':'final'|'status':'final','component':{'a':1}|400|component",
                "'valueQuantity':{|'valueString':'x','q':{|422|valueString",
            })
    void aFaultIsNamedByItsPath(String old, String other, int status, String path) {
        String good = FhirPost.observation("final", NOW.toString(), "72");
        String quoted = old.replace('\'', '"');
        assertThat(good).contains(quoted);
        String bad = good.replace(quoted, other.replace('\'', '"'));
        Response answer = FhirPost.post(device, "/Observation", bad);
        assertOutcome(answer, status);
        assertThat(answer.jsonPath().getString("issue[0].diagnostics")).contains(path);
        keptRefusal();
    }

    @Test
    void whatIsTooLargeIsKeptByItsSizeAlone() {
        assertOutcome(FhirPost.post(device, "/Observation", " ".repeat(1_100_000)), 413);
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .singleElement()
                                .satisfies(r -> assertThat(r.reasons()).contains("BODY_TOO_LARGE"))
                                .satisfies(r -> assertThat(r.detail()).contains("1100000 bytes"))
                                .satisfies(r -> assertThat(r.payload()).isEmpty()));
    }

    @Test
    void moreThanAThousandEntriesAreTooMany() {
        String entries =
                IntStream.range(0, 1001).mapToObj(_ -> "{}").collect(Collectors.joining(","));
        String bundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + entries + "]}";
        assertOutcome(FhirPost.post(device, "", bundle), 413);
        keptRefusal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/fhir+xml", "text/xml", "text/plain"})
    void anotherMediaTypeIsNotSpokenHere(String type) {
        byte[] body = "<Observation/>".getBytes(StandardCharsets.UTF_8);
        assertOutcome(FhirPost.post(device, "/Observation", type, body), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "eyJhbGciOiJub25lIn0.e30.", ""})
    void withoutAKnownTokenNothingIsTaken(String token) {
        Given.Worn stranger = new Given.Worn(device.device(), token, device.patient());
        String good = FhirPost.observation("final", NOW.toString(), "72");
        assertOutcome(FhirPost.post(stranger, "/Observation", good), 401);
        assertOutcome(FhirPost.post(stranger, "", good), 401);
    }

    private void keptRefusal() {
        awaiting(() -> assertThat(Given.refusals(device).items()).isNotEmpty());
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    private static void assertOutcome(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("resourceType")).isEqualTo("OperationOutcome");
        assertThat(answer.asString()).doesNotContain("Exception", "at org.", "SELECT");
    }
}
