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
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.Hostile;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.reading.Refusal;
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

    private static String good() {
        return FhirPost.observation("final", NOW.toString(), BadInput.VALUE)
                .replace("somebody-else", BadInput.NAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|UNREADABLE",
                "[]|UNREADABLE",
                "{'resourceType':|UNREADABLE",
                "{'resourceType':'Patient'}|INVALID_RESOURCE",
                "{'resourceType':'Observation'} x|UNREADABLE",
                "{'resourceType':'Observation','resourceType':'Observation'}|UNREADABLE",
                "{'resourceType':'Observation','a':NaN}|UNREADABLE",
                "{'resourceType':'Observation','a':'\\u0000'}|UNREADABLE",
                "{'resourceType':'Observation','a':'\\ud800'}|UNREADABLE",
                "<Observation/>|UNREADABLE",
            })
    void anUnreadableBodyIsRefusedAndKept(String body, String reason) {
        String sent = body.replace('\'', '"');
        double before = BadInput.counted("fhir");
        assertOutcome(FhirPost.post(device, "/Observation", sent), 400);
        assertOutcome(FhirPost.post(device, "", sent), 400);
        BadInput.isKept(device, reason);
        assertThat(BadInput.counted("fhir")).isEqualTo(before + 2);
    }

    @Test
    void invalidUtf8DeepNestingAndEndlessNumbersAreRefused() {
        double before = BadInput.counted("fhir");
        byte[] broken = good().getBytes(StandardCharsets.UTF_8);
        broken[20] = (byte) 0xC3;
        assertOutcome(FhirPost.post(device, "/Observation", FhirPost.TYPE, broken), 400);
        String deep = "{\"resourceType\":" + Hostile.nested(10_000) + "}";
        assertOutcome(FhirPost.post(device, "/Observation", deep), 400);
        String endless = good().replace(BadInput.VALUE, Hostile.digits(1_000_000));
        assertOutcome(FhirPost.post(device, "/Observation", endless), 400);
        awaiting(
                () ->
                        assertThat(Given.refusals(device).items())
                                .flatExtracting(Refusal::reasons)
                                .containsExactly("UNREADABLE", "UNREADABLE", "UNREADABLE"));
        assertThat(Given.refusals(device).items())
                .allSatisfy(refusal -> assertThat(refusal.payload()).isEmpty());
        assertThat(BadInput.counted("fhir")).isEqualTo(before + 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'value':71.3719|'value':1e999999999|400|valueQuantity.value|INVALID_FIELD",
                "'value':71.3719|'value':'71.3719'|400|valueQuantity.value|INVALID_FIELD",
                "'value':71.3719|'a':1|400|valueQuantity.value|MISSING_FIELD",
                "'unit':'beats/minute','system':'http://unitsofmeasure.org','code':'/min'"
                        + "|'a':1|400|valueQuantity.unit|MISSING_FIELD",
                "'system':'http://unitsofmeasure.org'|'system':'urn:other'|422|valueQuantity"
                        + "|UNKNOWN_UNIT",
                "'code':'/min'|'code':'mm[Hg]'|422|unit|UNCONVERTIBLE_UNIT",
                "'code':'/min'|'code':'beats'|422|unit|UNKNOWN_UNIT",
                "'code':'8867-4'|'code':'1234-5'|422|code|UNKNOWN_CODE",
                "'code':{|'kode':{|400|code|MISSING_FIELD",
                "'effectiveDateTime'|'ineffectiveDateTime'|400|effectiveDateTime|MISSING_FIELD",
                "Z'|'|400|effectiveDateTime|INVALID_FIELD",
                "'status':'final'|'status':'final','component':{'a':1}|400|component"
                        + "|INVALID_FIELD",
                "'valueQuantity':{|'valueString':'x','q':{|422|valueString|UNSUPPORTED_VALUE",
                "'status':'final'|'status':'final','device':{'reference':"
                        + "'Device/00000000-0000-4000-8000-0000000000ff'}|403|device.reference"
                        + "|OTHER_DEVICE",
            })
    void aFaultIsNamedByItsPathAndKeptWithItsReason(
            String old, String other, int status, String path, String reason) {
        String quoted = old.replace('\'', '"');
        assertThat(good()).contains(quoted);
        String bad = good().replace(quoted, other.replace('\'', '"'));
        double before = BadInput.counted("fhir");
        Response answer = FhirPost.post(device, "/Observation", bad);
        assertOutcome(answer, status);
        assertThat(answer.jsonPath().getString("issue[0].diagnostics")).contains(path);
        BadInput.isKept(device, reason);
        assertThat(BadInput.counted("fhir")).isEqualTo(before + 1);
    }

    @Test
    void whatIsTooLargeIsKeptByItsSizeAlone() {
        double before = BadInput.counted("fhir");
        assertOutcome(FhirPost.post(device, "/Observation", " ".repeat(1_100_000)), 413);
        assertThat(BadInput.counted("fhir")).isEqualTo(before + 1);
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
        double before = BadInput.counted("fhir");
        assertOutcome(FhirPost.post(device, "", bundle), 413);
        BadInput.isKept(device, "TOO_MANY_READINGS");
        assertThat(BadInput.counted("fhir")).isEqualTo(before + 1);
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
        assertOutcome(FhirPost.post(stranger, "/Observation", good()), 401);
        assertOutcome(FhirPost.post(stranger, "", good()), 401);
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    private static void assertOutcome(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("resourceType")).isEqualTo("OperationOutcome");
        BadInput.isSilent(answer.asString());
    }
}
