package org.homeward.gateway.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FhirResourceTest implements RealGateway {
    private static final String FHIR = "/fhir/R4/";
    private static final String JSON = "application/fhir+json";
    private static final String P1 = "patient=" + Ward.PATIENT_1;

    private static boolean settled;

    /// Before the first test, and not before all of them: only then is the port known.
    @BeforeEach
    void settle() {
        if (!settled) {
            RealGateway.settle();
            settled = true;
        }
    }

    private static ValidatableResponse get(String user, String path) {
        return RealGateway.as(user).urlEncodingEnabled(false).get(FHIR + path).then();
    }

    /// Read back strictly. That what is mapped is valid R4 is FhirMappingTest's to say: HL7's
    /// validator does not bear two class loaders in one JVM.
    private static void isReadable(String body) {
        FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(body);
    }

    private static void refused(ValidatableResponse answer, int status, String type) {
        String body =
                answer.statusCode(status)
                        .contentType(JSON)
                        .body("resourceType", equalTo("OperationOutcome"))
                        .body("issue[0].code", equalTo(type))
                        .extract()
                        .asString();
        isReadable(body);
    }

    static Stream<Arguments> things() {
        return Stream.of(
                Arguments.of("Patient", Ward.PATIENT_1, Ward.PATIENT_2),
                Arguments.of("Observation", Ward.READING_1, Ward.READING_2),
                Arguments.of("Device", Ward.DEVICE_1, Ward.DEVICE_2),
                Arguments.of("CarePlan", Ward.PATIENT_1, Ward.PATIENT_2),
                Arguments.of("Task", Ward.TASK_1, Ward.TASK_2));
    }

    @Test
    void whatIsOfferedIsSaidWithoutAToken() {
        String body =
                given().get(FHIR + "metadata")
                        .then()
                        .statusCode(200)
                        .contentType(JSON)
                        .body("fhirVersion", equalTo("4.0.1"))
                        .extract()
                        .asString();
        isReadable(body);
    }

    @ParameterizedTest
    @MethodSource("things")
    void whatIsReadIsValidAndHasItsId(String type, String mine, String theirs) {
        String body =
                get("nurse", type + "/" + mine)
                        .statusCode(200)
                        .contentType(JSON)
                        .body("resourceType", equalTo(type))
                        .body("id", equalTo(mine))
                        .extract()
                        .asString();
        isReadable(body);
    }

    @ParameterizedTest
    @MethodSource("things")
    void whatIsOutOfScopeIsAsUnknownAsWhatIsNot(String type, String mine, String theirs) {
        var other = get("nurse", type + "/" + theirs);
        var unknown = get("nurse", type + "/00000000-0000-4000-a000-00000000ffff");
        refused(other, 404, "not-found");
        refused(unknown, 404, "not-found");
        refused(get("nurse", type + "/no-such-id"), 404, "not-found");
        assertThat(other.extract().asString()).isEqualTo(unknown.extract().asString());
    }

    @ParameterizedTest
    @MethodSource("things")
    void aSearchIsAValidSearchset(String type, String mine, String theirs) {
        String query = type.equals("Patient") ? "_id=" + Ward.PATIENT_1 : P1;
        String body =
                get("nurse", type + "?" + query)
                        .statusCode(200)
                        .contentType(JSON)
                        .body("resourceType", equalTo("Bundle"))
                        .body("type", equalTo("searchset"))
                        .body("entry", hasSize(1))
                        .body("entry[0].resource.id", equalTo(mine))
                        .body("entry[0].search.mode", equalTo("match"))
                        .extract()
                        .asString();
        isReadable(body);
    }

    @ParameterizedTest
    @MethodSource("things")
    void aSearchByIdLeavesOutWhatIsOutOfScope(String type, String mine, String theirs) {
        get("nurse", type + "?_id=" + mine + "," + theirs)
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("entry[0].resource.id", equalTo(mine));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?_has:Observation:patient:code=8867-4",
                "Patient?name:exact=Durand",
                "Patient?birthdate=1950-02-03",
                "Observation?patient.name=Durand",
                "Observation?" + P1 + "&_include=Observation:patient",
                "Observation?" + P1 + "&value-quantity=gt5",
                "Observation?code=8867-4",
                "Observation?" + P1 + "&date=yesterday",
                "Observation?" + P1 + "&_count=0",
                "Observation?" + P1 + "&_count=many",
                "Device?type=oximeter",
                "Device",
                "CarePlan?" + P1 + "&status=active",
                "CarePlan",
                "Task?owner=me",
                "Task?_sort=-authored-on"
            })
    void aParameterThatIsNotOfferedIsRefused(String search) {
        refused(get("nurse", search), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "Observation?" + P1, "Task/" + Ward.TASK_1, "Nothing"})
    void withoutATokenTheAnswerIs401(String path) {
        var answer = given().get(FHIR + path).then();
        refused(answer, 401, "login");
        answer.header("WWW-Authenticate", startsWith("Bearer"));
    }

    @ParameterizedTest
    @CsvSource({"manager,Patient", "gp,Device?" + P1, "device-admin,Observation?" + P1})
    void aFunctionThatIsNotTheirsIsForbidden(String user, String path) {
        refused(get(user, path), 403, "forbidden");
    }

    @Test
    void thePatientOfAnotherTeamIsNotFoundBySearchEither() {
        refused(get("nurse", "Observation?patient=" + Ward.PATIENT_2), 404, "not-found");
        refused(get("nurse", "Task?patient=Patient/" + Ward.PATIENT_2), 404, "not-found");
        get("nurse2", "Patient").body("entry.resource.id", equalTo(List.of(Ward.PATIENT_2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir/R4/Practitioner/1", "/fhir/R4/nowhere", "/fhir/R5", "/fhir"})
    void whatIsNotOfferedIsNotFound(String path) {
        refused(RealGateway.as("nurse").get(path).then(), 404, "not-found");
    }

    /// Whatever is sent: nothing is read of it, so there is no content type that would be better.
    @ParameterizedTest
    @CsvSource({
        "POST, Patient, application/fhir+json",
        "POST, Observation, application/fhir+xml",
        "POST, Task/_search, application/x-www-form-urlencoded",
        "POST, metadata, application/fhir+json",
        "PUT, Patient/1, text/plain",
        "PATCH, CarePlan/1, application/json-patch+json",
        "DELETE, Device/1, application/fhir+json"
    })
    void nothingIsWrittenByThisDoor(String method, String path, String type) {
        var answer =
                RealGateway.as("nurse")
                        .contentType(type)
                        .body("{\"resourceType\":\"Patient\"}")
                        .request(method, FHIR + path)
                        .then();
        refused(answer, 405, "not-supported");
        answer.header("Allow", equalTo("GET, HEAD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "Nothing"})
    void aBodyThatIsTooLargeIsRefusedAsEverythingIs(String type) {
        String large = "x".repeat(300_000);
        refused(RealGateway.as("nurse").body(large).post(FHIR + type).then(), 413, "too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir/R4/Patient;a=b", "/fhir/R4/../R4/Patient", "/fhir/R4%2fPatient"})
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
        HttpResponse<String> answer = RealGateway.raw("nurse", "GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(answer.body()).contains("OperationOutcome");
    }

    @Test
    void theNextPageHasAUrlThatKeepsTheSearch() {
        String next =
                get("nurse", "Observation?" + P1 + "&code=http://loinc.org%7C8310-5&_count=1")
                        .statusCode(200)
                        .body("link.relation", equalTo(List.of("self", "next")))
                        .extract()
                        .path("link.find { it.relation == 'next' }.url");
        RealGateway.as("nurse").urlEncodingEnabled(false).get(next).then().statusCode(200);
        String query =
                RealGateway.lastSeen("/internal/v1/patients/" + Ward.PATIENT_1 + "/readings")
                        .getString("query");
        assertThat(query).contains("cursor=abc=", "code=8310-5", "limit=1");
    }

    @Test
    void aSearchAsksForItsDatesAndCanonicalCode() {
        get(
                        "nurse",
                        "Observation?subject=Patient/"
                                + Ward.PATIENT_1
                                + "&code=http://loinc.org%7C2708-6&date=ge2026-11-01&date=lt2026-12-01")
                .statusCode(200)
                .body("entry", equalTo(null));
        assertThat(
                        RealGateway.lastSeen(
                                        "/internal/v1/patients/" + Ward.PATIENT_1 + "/readings")
                                .getString("query"))
                .contains("code=59408-5", "from=2026-11-01T00:00:00Z", "to=2026-12-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"code=0000-0", "category=laboratory", "code=http://snomed.info/sct%7C1"})
    void whatCannotBeFoundIsAnEmptyBundle(String query) {
        get("nurse", "Observation?" + P1 + "&" + query)
                .statusCode(200)
                .body("type", equalTo("searchset"))
                .body("entry", equalTo(null));
    }

    @Test
    void aValueKeepsTheDigitsThatWereMeasured() {
        assertThat(get("nurse", "Observation?" + P1).extract().asString())
                .contains("\"value\":36.80");
    }

    @ParameterizedTest
    @CsvSource({"status=accepted,1", "status=requested,0", "status=completed,0", "status=draft,0"})
    void aTaskIsFoundByItsFhirStatus(String query, int found) {
        var entries = get("nurse", "Task?" + query).statusCode(200).extract().path("entry");
        assertThat(entries == null ? 0 : ((List<?>) entries).size()).isEqualTo(found);
    }

    @Test
    void aPersonIsFoundByNameOrIdentifier() {
        get("nurse", "Patient?name=dur").body("entry.resource.id", hasItem(Ward.PATIENT_1));
        get("nurse", "Patient?identifier=urn:ins%7C1")
                .body("entry.resource.id", hasItem(Ward.PATIENT_1));
        get("nurse", "Patient?identifier=urn:other%7C1").body("entry", equalTo(null));
        get("nurse", "Patient?name=zz").body("entry", equalTo(null));
    }

    @Test
    void aCarerSeesNeitherIdentifiersNorThresholds() {
        get("carer", "Patient/" + Ward.PATIENT_1)
                .statusCode(200)
                .body("identifier", equalTo(null))
                .body("telecom", equalTo(null));
        get("carer", "CarePlan/" + Ward.PATIENT_1).statusCode(200).body("goal", equalTo(null));
        get("nurse", "CarePlan/" + Ward.PATIENT_1).body("goal", hasSize(1));
    }

    @Test
    void theDeviceDeskSeesTheDeviceAndNotItsPatient() {
        get("device-admin", "Device/" + Ward.DEVICE_1)
                .statusCode(200)
                .body("patient", equalTo(null));
        get("nurse", "Device/" + Ward.DEVICE_1)
                .body("patient.reference", equalTo("Patient/" + Ward.PATIENT_1));
    }

    @ParameterizedTest
    @CsvSource({
        "*/*,''",
        "application/json,''",
        "application/fhir+json;charset=utf-8,''",
        "text/html,?_format=json",
        "text/html,?_format=application/fhir+json"
    })
    void jsonIsSpokenHoweverItIsAskedFor(String accept, String format) {
        RealGateway.as("nurse")
                .urlEncodingEnabled(false)
                .header("Accept", accept)
                .get(FHIR + "Patient/" + Ward.PATIENT_1 + format)
                .then()
                .statusCode(200)
                .contentType(JSON);
    }

    @Test
    void xmlIsNotSpoken() {
        refused(get("nurse", "Patient?_format=xml"), 406, "not-supported");
        refused(
                RealGateway.as("nurse")
                        .header("Accept", "application/fhir+xml")
                        .get(FHIR + "Patient")
                        .then(),
                406,
                "not-supported");
    }

    @Test
    void aVersionThatIsKnownIsNotSentAgain() {
        String tag = get("nurse", "Patient/" + Ward.PATIENT_1).extract().header("ETag");
        assertThat(tag).isEqualTo("W/\"7\"");
        RealGateway.as("nurse")
                .header("If-None-Match", tag)
                .get(FHIR + "Patient/" + Ward.PATIENT_1)
                .then()
                .statusCode(304);
    }

    @Test
    void theApisDescriptionHoldsNoneOfTheModelOfFhir() {
        String description =
                given().get("/api/openapi?format=json").then().statusCode(200).extract().asString();
        assertThat(description)
                .doesNotContain("CodeableConcept")
                .doesNotContain("/fhir/R4/Patient");
    }

    @Test
    void aReadingOfAGpsSharedPatientIsTheirs() {
        get("gp", "Observation?" + P1).statusCode(200).body("entry", hasSize(1));
        get("patient", "Observation?" + P1).statusCode(200).body("entry", not(equalTo(null)));
    }
}
