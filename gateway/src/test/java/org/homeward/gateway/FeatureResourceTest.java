package org.homeward.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What each route gives and passes on.
@QuarkusTest
class FeatureResourceTest implements RealGateway, ReadingChangeRoutes {
    private static final String PATIENT = "/api/v1/patients/" + Ward.PATIENT_1;
    private static final String INTERNAL = "/internal/v1/patients/" + Ward.PATIENT_1;

    @BeforeEach
    void settle() {
        RealGateway.settle();
    }

    @Test
    void aReadingKeepsItsDecimalAndTheNextPageIsAUrl() {
        String body =
                RealGateway.as("nurse")
                        .get(PATIENT + "/readings?code=8310-5&limit=5000&unknown=x")
                        .then()
                        .statusCode(200)
                        .body("items[0].code", equalTo("8310-5"))
                        .body("next", containsString(PATIENT + "/readings?"))
                        .body("next", containsString("cursor=abc%3D"))
                        .body("next", containsString("code=8310-5"))
                        .extract()
                        .asString();
        assertThat(body).contains("\"value\":36.80");
        assertThat(RealGateway.lastSeen(INTERNAL + "/readings").getString("query"))
                .contains("limit=1000")
                .contains("code=8310-5");
    }

    @Test
    void aNurseVoidsAReadingAndAGpCannot() {
        String readings = PATIENT + "/readings";
        String id = RealGateway.as("nurse").get(readings).jsonPath().getString("items[0].id");
        String act = readings + "/" + id + "/void";
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body("{\"note\":\"worn by a visitor\"}")
                .post(act)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue());
        assertThat(RealGateway.lastSeen(INTERNAL + "/readings/" + id + "/void").getString("body"))
                .contains("worn by a visitor");
        RealGateway.as("gp")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(act)
                .then()
                .statusCode(403);
        RealGateway.as("nurse2")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(act)
                .then()
                .statusCode(404);
    }

    @Test
    void readingsComeByTheDayOfTheCallersZone() {
        String body =
                RealGateway.as("nurse")
                        .get(PATIENT + "/readings?code=8310-5&bucket=day&zone=Europe/Paris&limit=9")
                        .then()
                        .statusCode(200)
                        .body("items[0].count", equalTo(4))
                        .body("items[0]", not(hasKey("bands")))
                        .body("items[1].bands.inRange", equalTo(6))
                        .body("items[1].bands.veryHigh", equalTo(2))
                        .body("$", not(hasKey("next")))
                        .extract()
                        .asString();
        assertThat(body).contains("\"max\":37.20").contains("\"mean\":36.850");
        assertThat(RealGateway.lastSeen(INTERNAL + "/buckets").getString("query"))
                .contains("bucket=day")
                .contains("zone=Europe/Paris")
                .doesNotContain("limit");
        RealGateway.as("nurse2").get(PATIENT + "/readings?bucket=day").then().statusCode(404);
    }

    @Test
    void anEntityHasATagAndIsNotSentTwice() {
        RealGateway.as("nurse").get(PATIENT).then().header("ETag", "\"7\"");
        RealGateway.as("nurse")
                .header("If-None-Match", "\"7\"")
                .get(PATIENT)
                .then()
                .statusCode(304);
    }

    @Test
    void aChangeWithoutIfMatchIs428() {
        RealGateway.as("physician")
                .contentType(ContentType.JSON)
                .body("{}")
                .put(PATIENT + "/care-plan")
                .then()
                .statusCode(428)
                .body("code", equalTo("IF_MATCH_REQUIRED"));
    }

    @Test
    void aPlanGoesThroughAsItWasTyped() {
        String typed = "{\"thresholds\":[{\"code\":\"8867-4\",\"low\":40.00}],\"reason\":\"r\"}";
        RealGateway.as("physician")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"4\"")
                .body(typed)
                .put(PATIENT + "/care-plan")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
        var seen = RealGateway.lastSeen(INTERNAL + "/care-plan");
        assertThat(seen.getString("body")).isEqualTo(typed);
        assertThat(seen.getString("ifMatch")).isEqualTo("\"4\"");
    }

    @Test
    void aCarerSeesNeitherThresholdsNorIdentifiers() {
        RealGateway.as("carer").get(PATIENT + "/care-plan").then().body("thresholds", hasSize(0));
        RealGateway.as("carer")
                .get(PATIENT)
                .then()
                .body("identifiers", hasSize(0))
                .body("$", not(hasKey("phone")));
    }

    @Test
    void theSentenceComesInTheLanguageAskedFor() {
        RealGateway.as("nurse")
                .header("Accept-Language", "fr-FR,en;q=0.5")
                .get("/api/v1/alerts/" + Ward.ALERT_1)
                .then()
                .body("sentence", equalTo("La fréquence cardiaque est élevée"));
        RealGateway.as("nurse")
                .header("Accept-Language", "de")
                .get("/api/v1/alerts/" + Ward.ALERT_1)
                .then()
                .body("sentence", equalTo("Heart rate is high"));
    }

    @Test
    void anAuditorSeesThatAnAlertWasAndNothingOfThePatient() {
        RealGateway.as("auditor")
                .get("/api/v1/alerts/" + Ward.ALERT_1)
                .then()
                .body("evidence", nullValue())
                .body("sentence", nullValue())
                .body("notes", hasSize(0))
                .body("status", equalTo("open"));
    }

    @Test
    void aPatientReadsTheAlertWithoutTheTeamsNotes() {
        RealGateway.as("patient")
                .get("/api/v1/alerts/" + Ward.ALERT_1)
                .then()
                .body("sentence", notNullValue())
                .body("notes", hasSize(0));
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body("{\"note\":\"second\"}")
                .post("/api/v1/alerts/" + Ward.ALERT_1 + "/acknowledge")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("ALREADY_ACKNOWLEDGED"))
                .body("by", equalTo("other"))
                .body("at", equalTo("2026-11-22T10:00:00Z"));
    }

    @Test
    void aListHoldsOnlyPatientsWithinReach() {
        RealGateway.as("nurse2")
                .get("/api/v1/patients")
                .then()
                .body("items.id", contains(Ward.PATIENT_2));
        RealGateway.as("nurse2")
                .get("/api/v1/alerts?status=open")
                .then()
                .body("items.patientId", contains(Ward.PATIENT_2));
    }

    @Test
    void deviceAdministrationSeesNoPatient() {
        String all = RealGateway.as("device-admin").get("/api/v1/devices").asString();
        assertThat(all).contains(Ward.DEVICE_1).doesNotContain("patientId");
        RealGateway.as("device-admin")
                .get("/api/v1/devices?patientId=" + Ward.PATIENT_1)
                .then()
                .statusCode(403);
    }

    @Test
    void theTokenOfADeviceIsShownOnce() {
        RealGateway.as("device-admin")
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"oximeter\"}")
                .post("/api/v1/devices")
                .then()
                .statusCode(201)
                .body("token", equalTo("once"));
    }

    @Test
    void theNextTokenOfADeviceIsShownOnceAndNotKeptOnTheWay() {
        String path = "/api/v1/devices/" + Ward.DEVICE_1 + "/credentials";
        RealGateway.as("device-admin")
                .contentType(ContentType.JSON)
                .post(path)
                .then()
                .statusCode(201)
                .header("Cache-Control", containsString("no-store"))
                .body("token", equalTo("once"));
        RealGateway.as("device-admin")
                .get(path)
                .then()
                .body("items.status", contains("active"))
                .body("items[0]", not(hasKey("token")));
    }

    @Test
    void theDeviceDeskAsksWhatARecallIsAbout() {
        String recall = "{\"model\":\"M-1\",\"serials\":[\"a\"],\"firmware\":\"1.0\"}";
        String path = "/api/v1/recalls/";
        desk(recall).post(path + "search").then().body("readings", equalTo(7));
        desk(recall)
                .post(path + "readings?limit=1")
                .then()
                .body("next", equalTo(path + "readings?limit=1&cursor=abc"));
        desk("").post(path + "search").then().statusCode(400);
        RealGateway.as("nurse").body(recall).post(path + "search").then().statusCode(403);
        String label = "/api/v1/devices/" + Ward.DEVICE_1 + "/label";
        desk("{\"firmware\":\"1.1\"}").post(label).then().statusCode(200);
        desk("{\"calibrationDue\":\"soon\"}").post(label).then().statusCode(400);
    }

    @Test
    void theDeviceDeskWritesProfilesAndGivesThem() {
        String path = "/api/v1/device-profiles";
        String body =
                """
                {"id":"monitor","name":"Monitor","keys":{"spo2":{"code":"59408-5","unit":"%"}}}""";
        RealGateway.as("device-admin").get(path).then().body("items.id", contains("monitor"));
        desk(body).post(path).then().statusCode(201).body("version", equalTo(1));
        desk(body.replace("monitor", "../x")).post(path).then().statusCode(400);
        desk(body).put(path + "/monitor").then().statusCode(428);
        desk(body).header("If-Match", "\"1\"").put(path + "/monitor").then().statusCode(200);
        String device = "/api/v1/devices/" + Ward.DEVICE_1 + "/profile";
        desk("{\"profile\":\"monitor\"}").post(device).then().statusCode(200);
        RealGateway.as("nurse").get(path).then().statusCode(403);
    }

    private static RequestSpecification desk(String body) {
        return RealGateway.as("device-admin").contentType(ContentType.JSON).body(body);
    }

    @Test
    void aCertificateGoesThroughAsItIs() {
        String pem = "{\"certificate\":\"PEM\"}";
        String path = "v1/devices/" + Ward.DEVICE_2 + "/credentials";
        desk(pem).post("/api/" + path).then().statusCode(201);
        assertThat(RealGateway.lastSeen("/internal/" + path).getString("body")).isEqualTo(pem);
    }

    @Test
    void aNurseCannotTakeAnotherTeamsDevice() {
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body(
                        "{\"patientId\":\"%s\",\"from\":\"2026-11-01T00:00:00Z\"}"
                                .formatted(Ward.PATIENT_1))
                .post("/api/v1/devices/" + Ward.DEVICE_2 + "/assignments")
                .then()
                .statusCode(404);
    }

    @Test
    void aNurseCannotGiveADeviceToAnotherTeamsPatient() {
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body(
                        "{\"patientId\":\"%s\",\"from\":\"2026-11-01T00:00:00Z\"}"
                                .formatted(Ward.PATIENT_2))
                .post("/api/v1/devices/" + Ward.DEVICE_3 + "/assignments")
                .then()
                .statusCode(404);
    }

    @Test
    void theTimelineHoldsAlertsAndPlanChanges() {
        RealGateway.as("nurse")
                .get(PATIENT + "/timeline")
                .then()
                .body("items.kind", contains("alert", "plan"))
                .body("$", not(hasKey("next")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "drop", "boom"})
    void aServiceThatDoesNotServeIs503AndSaysWhenToComeAgain(String trouble) {
        String body =
                RealGateway.as("nurse")
                        .get(PATIENT + "/readings?code=" + trouble)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue())
                        .extract()
                        .asString();
        assertThat(body).doesNotContain("select").contains("SERVICE_UNAVAILABLE");
    }

    @Test
    void someoneKnownToAnotherTeamIsNotShown() {
        String body =
                RealGateway.as("nurse")
                        .contentType(ContentType.JSON)
                        .body("{\"name\":{\"family\":\"known\",\"given\":[\"A\"]}}")
                        .post("/api/v1/patients")
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("KNOWN_ELSEWHERE"))
                        .extract()
                        .asString();
        assertThat(body).doesNotContain("Durand").doesNotContain(Ward.PATIENT_2);
    }

    @Test
    void nobodyRegistersForAnotherTeam() {
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body(
                        "{\"name\":{\"family\":\"D\",\"given\":[]},\"teamId\":\"%s\"}"
                                .formatted(Ward.TEAM_B))
                .post("/api/v1/patients")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_TEAM"));
    }

    @Test
    void theAnswerOfARegistrationDoesNotShowItsRelation() {
        String body =
                RealGateway.as("nurse")
                        .contentType(ContentType.JSON)
                        .body("{\"name\":{\"family\":\"D\",\"given\":[\"A\"]}}")
                        .post("/api/v1/patients")
                        .then()
                        .statusCode(201)
                        .header("Location", containsString("/api/v1/patients/"))
                        .body("id", equalTo(Ward.PATIENT_3))
                        .body("name.family", equalTo("Durand"))
                        .extract()
                        .asString();
        assertThat(body).doesNotContain("relation");
    }

    @Test
    void openApiDescribesTheRoutes() {
        given().accept(ContentType.JSON)
                .get("/api/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/worklist"))
                .body("components.schemas.ReadingView.required", notNullValue());
    }
}
