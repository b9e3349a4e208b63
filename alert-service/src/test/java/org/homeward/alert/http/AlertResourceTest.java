package org.homeward.alert.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.homeward.alert.http.Ward.ALERTS;
import static org.homeward.alert.http.Ward.nurse;
import static org.homeward.alert.http.Ward.physician;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.alert.Alerts;
import org.homeward.kit.test.RealStack;
import org.homeward.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/// The routes of docs/internal-api.md, from a reading on Kafka to the answer, with real tokens.
@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "alert"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class AlertResourceTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /// A patient with one open alert; gives the alert's id.
    private static String alert(UUID patient, String code, String... values) {
        Ward.sends(patient, code, values);
        return await().atMost(SOON)
                .until(
                        () ->
                                nurse().body(Ward.search(patient, "open"))
                                        .post(ALERTS + "/search")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .<List<String>>path("items.id"),
                        ids -> !ids.isEmpty())
                .getFirst();
    }

    private static String critical(UUID patient) {
        return alert(patient, Ward.SPO2, "84");
    }

    private static String high(UUID patient) {
        return alert(patient, "41653-7", "260", "261");
    }

    @Test
    void anAlertExplainsItself() {
        UUID patient = UUID.randomUUID();
        String id = critical(patient);
        nurse().get(ALERTS + "/" + id)
                .then()
                .statusCode(200)
                .body("patientId", equalTo(patient.toString()))
                .body("episodeId", equalTo(id))
                .body("rule.id", equalTo("default/spo2-low"))
                .body("priority", equalTo("critical"))
                .body("status", equalTo("open"))
                .body("direction", equalTo("low"))
                .body("sentence", containsString("84 %"))
                .body("sentences.fr", containsString("Saturation en oxygène"))
                .body("evidence.readings[0].value", equalTo(84))
                .body("evidence.readings[0].role", equalTo("onset"))
                .body("evidence.readings[0].timeQuality", equalTo("exact"))
                .body("evidence.threshold.low", equalTo(92))
                .body("evidence.threshold.confirm.of", equalTo(3))
                .body("evidence.rule.version", equalTo("2026.1"))
                .body("notes", empty());
    }

    @Test
    void twoPeopleAtOnceGetOneYesAndOneWhoAndWhen() throws Exception {
        String id = critical(UUID.randomUUID());
        Callable<Integer> byNurse = () -> acknowledged(id, "nurse", Ward.NURSE);
        Callable<Integer> byPhysician = () -> acknowledged(id, "physician", Ward.PHYSICIAN);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(byNurse, byPhysician));
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        nurse().post(ALERTS + "/" + id + "/acknowledge")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_ACKNOWLEDGED"))
                .body("by", containsString("00000000-0000-4000-8000-00000000000"))
                .body("at", containsString("T"));
    }

    private static int acknowledged(String id, String role, String subject) {
        return Ward.as(role, subject)
                .body("{\"note\":\"seen\"}")
                .post(ALERTS + "/" + id + "/acknowledge")
                .statusCode();
    }

    @Test
    void anAcknowledgedAlertClearsOnRecoveryThroughTheEvaluator() {
        UUID patient = UUID.randomUUID();
        String id = critical(patient);
        nurse().body("{\"note\":\"<b>called</b>\"}")
                .post(ALERTS + "/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("status", equalTo("acknowledged"))
                .body("acknowledgedBy", equalTo(Ward.NURSE))
                .body("notes[0].text", equalTo("<b>called</b>"));
        // A recovery that came before the acknowledgement reached the evaluator waits for it.
        Ward.sends(patient, Ward.SPO2, "97");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                nurse().get(ALERTS + "/" + id)
                                        .then()
                                        .body("status", equalTo("closed"))
                                        .body("closeReason", equalTo("recovered")));
    }

    @Test
    void aNurseResolvesAHighAlertButNoCriticalOne() {
        String critical = critical(UUID.randomUUID());
        nurse().body("{\"outcome\":\"treated\"}")
                .post(ALERTS + "/" + critical + "/resolve")
                .then()
                .statusCode(403)
                .body("code", equalTo("CRITICAL_NEEDS_PHYSICIAN"));
        physician()
                .body("{\"outcome\":\"treated\",\"note\":\"oxygen\"}")
                .post(ALERTS + "/" + critical + "/resolve")
                .then()
                .statusCode(200)
                .body("status", equalTo("closed"))
                .body("outcome", equalTo("treated"));
        nurse().body("{\"outcome\":\"watch\"}")
                .post(ALERTS + "/" + critical + "/resolve")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_CLOSED"))
                .body("by", equalTo(Ward.PHYSICIAN));
        String high = high(UUID.randomUUID());
        nurse().body("{\"outcome\":\"watch\"}")
                .post(ALERTS + "/" + high + "/resolve")
                .then()
                .statusCode(200);
        nurse().body("{\"outcome\":\"shrug\"}")
                .post(ALERTS + "/" + high + "/resolve")
                .then()
                .statusCode(422);
    }

    @Test
    void afterAResolveTheConditionThatHoldsOnRaisesANewAlert() {
        UUID patient = UUID.randomUUID();
        String first = critical(patient);
        physician().body("{\"outcome\":\"treated\"}").post(ALERTS + "/" + first + "/resolve");
        await().atMost(SOON)
                .until(
                        () -> {
                            Ward.sends(patient, Ward.SPO2, "83");
                            return nurse().body(Ward.search(patient, "open"))
                                    .post(ALERTS + "/search")
                                    .then()
                                    .extract()
                                    .<List<String>>path("items.id");
                        },
                        ids -> ids.size() == 1 && !ids.contains(first));
    }

    @Test
    void aSnoozeIsForADayAtMostAndNeverForACriticalAlert() {
        String high = high(UUID.randomUUID());
        nurse().body("{\"until\":\"" + Instant.now().plus(Duration.ofHours(25)) + "\"}")
                .post(ALERTS + "/" + high + "/snooze")
                .then()
                .statusCode(422);
        nurse().body("{\"until\":\"" + Instant.now().plus(Duration.ofHours(2)) + "\"}")
                .post(ALERTS + "/" + high + "/snooze")
                .then()
                .statusCode(200)
                .body("status", equalTo("snoozed"));
        String critical = critical(UUID.randomUUID());
        nurse().body("{\"until\":\"" + Instant.now().plus(Duration.ofHours(2)) + "\"}")
                .post(ALERTS + "/" + critical + "/snooze")
                .then()
                .statusCode(422);
    }

    @Test
    void anAssignedAlertCanBeReleased() {
        String id = high(UUID.randomUUID());
        nurse().body("{\"assignee\":\"" + Ward.PHYSICIAN + "\"}")
                .post(ALERTS + "/" + id + "/assign")
                .then()
                .statusCode(200)
                .body("assignee", equalTo(Ward.PHYSICIAN))
                .body("status", equalTo("open"));
        nurse().body("{}")
                .post(ALERTS + "/" + id + "/release")
                .then()
                .statusCode(200)
                .body("assignee", equalTo(null));
        nurse().body("{}").post(ALERTS + "/" + id + "/assign").then().statusCode(422);
        nurse().body("{\"assignee\":\"a\\u0000b\"}")
                .post(ALERTS + "/" + id + "/assign")
                .then()
                .statusCode(422);
    }

    @Test
    void aSearchGivesPagesNewestFirst() {
        UUID patient = UUID.randomUUID();
        critical(patient);
        String newest = alert(patient, "41653-7", "50");
        await().atMost(SOON)
                .until(
                        () ->
                                nurse().body(Ward.search(patient, "open"))
                                        .post(ALERTS + "/search")
                                        .then()
                                        .extract()
                                        .<List<String>>path("items.id")
                                        .size(),
                        size -> size == 2);
        String body = "{\"patientIds\":[\"" + patient + "\"],\"limit\":1%s}";
        String cursor =
                nurse().body(body.formatted(""))
                        .post(ALERTS + "/search")
                        .then()
                        .body("items", hasSize(1))
                        .body("items.code", contains("41653-7"))
                        .extract()
                        .path("next");
        nurse().body(body.formatted(",\"cursor\":\"" + cursor + "\""))
                .post(ALERTS + "/search")
                .then()
                .body("items.code", contains(Ward.SPO2))
                .body("next", equalTo(null));
        assertThat(newest).isNotEmpty();
    }

    @Test
    void unusableQuestionsGetProblems() {
        nurse().body("{\"limit\":0}").post(ALERTS + "/search").then().statusCode(400);
        nurse().body("{\"status\":\"x\"}").post(ALERTS + "/search").then().statusCode(400);
        nurse().body("{\"cursor\":\"x\"}").post(ALERTS + "/search").then().statusCode(400);
        String never = Cursor.of(new Alerts.Position(Instant.MAX, UUID.randomUUID()));
        nurse().body("{\"cursor\":\"" + never + "\"}")
                .post(ALERTS + "/search")
                .then()
                .statusCode(400);
        nurse().body("{\"patientIds\":[null]}").post(ALERTS + "/search").then().statusCode(400);
        nurse().body("{\"limit\":").post(ALERTS + "/search").then().statusCode(400);
        nurse().body("[" + " ".repeat(600_000) + "]")
                .post(ALERTS + "/search")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));
        nurse().get(ALERTS + "/" + UUID.randomUUID()).then().statusCode(404);
        nurse().get(ALERTS + "/nonsense").then().statusCode(404);
    }

    @Test
    void tenThousandPatientsCanBeAskedFor() {
        UUID patient = UUID.randomUUID();
        String id = critical(patient);
        String others =
                Stream.generate(() -> "\"" + UUID.randomUUID() + "\"")
                        .limit(9_999)
                        .collect(Collectors.joining(","));
        nurse().body("{\"patientIds\":[" + others + ",\"" + patient + "\"]}")
                .post(ALERTS + "/search")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void nobodyGetsInWithoutTheGatewaysToken() {
        given().get(ALERTS + "/" + UUID.randomUUID()).then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.user("nurse"))
                .get(ALERTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        for (String token : Tokens.forged()) {
            given().header("Authorization", "Bearer " + token)
                    .get("/internal/v1/rules")
                    .then()
                    .statusCode(401);
        }
        Ward.as("patient", "00000000-0000-4000-8000-000000000001")
                .contentType(ContentType.JSON)
                .post(ALERTS + "/" + UUID.randomUUID() + "/acknowledge")
                .then()
                .statusCode(403);
    }

    @Test
    void anExpiredTokenOfTheGatewayIsRefused() {
        rulesWith(Tokens.gatewayServiceUntil(Instant.now().plusSeconds(120))).statusCode(200);
        rulesWith(Tokens.gatewayServiceUntil(Instant.now().minusSeconds(120)))
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse rulesWith(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Homeward-Actor", "sub=" + Ward.NURSE + ";role=nurse;purpose=care")
                .get("/internal/v1/rules")
                .then();
    }

    @Test
    void theDefaultPackIsShownAsItIsApplied() {
        nurse().get("/internal/v1/rules")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items.id", hasItem("default/spo2-low"))
                .body("items.find { it.id == 'default/spo2-low' }.low", equalTo(92))
                .body("items.find { it.id == 'default/temperature-low' }.exit", equalTo(35.5f))
                .body("items[0].signedOff", equalTo(false));
    }
}
