package org.homeward.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every role at every route, over HTTP with real tokens.
@QuarkusTest
class AccessResourceTest implements RealGateway {
    private static final List<String> USERS =
            List.of(
                    "patient",
                    "carer",
                    "nurse",
                    "physician",
                    "gp",
                    "manager",
                    "device-admin",
                    "ops-admin",
                    "auditor",
                    "nurse2");

    @BeforeEach
    void settle() {
        RealGateway.settle();
    }

    private static Response call(String user, String method, String path) {
        RequestSpecification request =
                RealGateway.as(user).contentType(ContentType.JSON).header("If-Match", "\"4\"");
        if (!method.equals("GET") && !method.equals("DELETE")) {
            request.body(body(path));
        }
        return request.request(
                method,
                path.replace("P1", Ward.PATIENT_1)
                        .replace("A1", Ward.ALERT_1)
                        .replace("T1", Ward.TASK_1)
                        .replace("R1", Ward.READING_1)
                        .replace("S1", Ward.SHARE_1)
                        .replace("N1", Ward.ASSIGNMENT_1)
                        .replace("D1", Ward.DEVICE_1)
                        .replace("D3", Ward.DEVICE_3));
    }

    /// The status of an answer that has no end.
    private static int feed(String user, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d%s".formatted(RestAssured.port, path)))
                        .header("Authorization", "Bearer " + RealGateway.token(user))
                        .header("Accept", "text/event-stream")
                        .build();
        HttpClient http = HttpClient.newHttpClient();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofLines()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the feed did not answer", e);
        } finally {
            http.shutdownNow();
        }
    }

    private static String body(String path) {
        if (path.endsWith("/shares")) {
            return "{\"practitionerId\":\"" + Ward.GP + "\",\"purpose\":\"care\"}";
        }
        return path.endsWith("assignments")
                ? "{\"patientId\":\"" + Ward.PATIENT_1 + "\",\"from\":\"2026-11-01T00:00:00Z\"}"
                : path.endsWith("/patients")
                        ? "{\"name\":{\"family\":\"D\",\"given\":[\"A\"]}}"
                        : "{}";
    }

    /// Their readings and alerts would be on no screen.
    @ParameterizedTest
    @CsvSource({"POST, ''", "PATCH, /ASSIGNMENT"})
    void nobodyGivesADeviceToAPatientWhoDoesNotExist(String method, String path) {
        RealGateway.as("device-admin")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"4\"")
                .body("{\"patientId\":\"%s\",\"reason\":\"x\"}".formatted(Ward.NOBODY))
                .request(
                        method,
                        "/api/v1/devices/"
                                + Ward.DEVICE_1
                                + "/assignments"
                                + path.replace("ASSIGNMENT", Ward.ASSIGNMENT_1))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_PATIENT"))
                .body("errors.field", contains("patientId"));
    }

    @Test
    void aCorrectedAssignmentNamesItsVersionAndOnlyTheCallersPatients() {
        String path = "/api/v1/devices/" + Ward.DEVICE_1 + "/assignments/" + Ward.ASSIGNMENT_1;
        String patch = "{\"patientId\":\"%s\",\"to\":null,\"reason\":\"swapped\"}";
        RequestSpecification nurse = RealGateway.as("nurse").contentType(ContentType.JSON);
        nurse.body(patch.formatted(Ward.PATIENT_1)).patch(path).then().statusCode(428);
        nurse.header("If-Match", "\"4\"");
        nurse.body(patch.formatted(Ward.PATIENT_2)).patch(path).then().statusCode(404);
        nurse.body(patch.formatted(Ward.PATIENT_1))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"");
        var seen = RealGateway.lastSeen(path.replace("/api", "/internal"));
        assertThat(seen.getString("ifMatch")).isEqualTo("\"4\"");
        assertThat(seen.getString("body")).contains("\"to\":null");
    }

    /// Columns: patient, carer, nurse, physician, gp, manager, device-admin, ops-admin, auditor,
    /// and nurse2, who is of another team.
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/me,                        200 200 200 200 200 200 200 200 200 200",
        "GET, /api/v1/codes,                     200 200 200 200 200 200 200 200 200 200",
        "GET, /api/v1/patients,                  200 200 200 200 200 403 403 403 403 200",
        "GET, /api/v1/patients/P1,               200 200 200 200 200 403 403 403 403 404",
        "PATCH, /api/v1/patients/P1,             403 403 200 200 403 403 403 403 403 404",
        "POST, /api/v1/patients,                 403 403 201 201 403 403 403 403 403 409",
        "GET, /api/v1/patients/P1/readings,      200 200 200 200 200 403 403 403 403 404",
        "GET, /api/v1/patients/P1/readings/R1,   200 200 200 200 200 403 403 403 403 404",
        "POST, /api/v1/patients/P1/readings,     202 202 202 202 403 403 403 403 403 404",
        "GET, /api/v1/patients/P1/care-plan,     200 200 200 200 200 403 403 403 403 404",
        "PUT, /api/v1/patients/P1/care-plan,     403 403 200 200 403 403 403 403 403 404",
        "GET, /api/v1/patients/P1/care-plan/versions, 200 200 200 200 200 403 403 403 403 404",
        "GET, /api/v1/patients/P1/timeline,      200 200 200 200 200 403 403 403 403 404",
        "GET, /api/v1/patients/P1/shares,        200 200 200 200 200 403 403 403 200 404",
        "POST, /api/v1/patients/P1/shares,       201 403 201 201 403 403 403 403 403 404",
        "DELETE, /api/v1/patients/P1/shares/S1,  204 403 204 204 403 403 403 403 403 404",
        "GET, /api/v1/alerts,                    200 200 200 200 200 403 403 403 200 200",
        "GET, /api/v1/alerts?patientId=P1,       200 200 200 200 200 403 403 403 200 404",
        "GET, /api/v1/alerts/A1,                 200 200 200 200 200 403 403 403 200 404",
        "POST, /api/v1/alerts/A1/acknowledge,    403 403 200 200 403 403 403 403 403 404",
        "POST, /api/v1/alerts/A1/snooze,         403 403 200 200 403 403 403 403 403 404",
        "POST, /api/v1/alerts/A1/assign,         403 403 200 200 403 403 403 403 403 404",
        "POST, /api/v1/alerts/A1/release,        403 403 200 200 403 403 403 403 403 404",
        "POST, /api/v1/alerts/A1/resolve,        403 403 200 200 403 403 403 403 403 404",
        "GET, /api/v1/tasks,                     200 200 200 200 200 403 403 403 403 200",
        "GET, /api/v1/tasks/T1,                  200 200 200 200 200 403 403 403 403 404",
        "POST, /api/v1/tasks/T1/claim,           403 403 200 200 403 403 403 403 403 404",
        "POST, /api/v1/tasks/T1/complete,        403 403 200 200 403 403 403 403 403 404",
        "GET, /api/v1/worklist,                  200 200 200 200 200 403 403 403 403 200",
        "GET, /api/v1/rules,                     403 403 200 200 403 200 403 403 200 200",
        "GET, /api/v1/practitioners,             200 403 200 200 403 403 403 403 403 200",
        "GET, /api/v1/devices,                   200 403 200 200 403 200 200 200 403 200",
        "GET, /api/v1/devices/D1,                200 403 200 200 403 200 200 200 403 404",
        "POST, /api/v1/devices,                  403 403 403 403 403 403 201 403 403 403",
        "POST, /api/v1/devices/D1/assignments,   403 403 201 403 403 403 201 403 403 404",
        "PATCH, /api/v1/devices/D1/assignments/N1, 403 403 200 403 403 403 200 403 403 404",
        "POST, /api/v1/devices/D1/assignments/N1/remove, 403 403 204 403 403 403 204 403 403 404",
        "POST, /api/v1/devices/D1/disable,       403 403 403 403 403 403 200 403 403 403",
        "GET, /api/v1/devices/D1/credentials,    403 403 403 403 403 403 200 403 403 403",
        "POST, /api/v1/devices/D1/credentials,   403 403 403 403 403 403 201 403 403 403",
        "DELETE, /api/v1/devices/D1/credentials/D3, 403 403 403 403 403 403 204 403 403 403",
        "POST, /api/v1/devices/D1/claim-code,    403 403 403 403 403 403 201 403 403 403",
        "DELETE, /api/v1/devices/D1/claim-code,  403 403 403 403 403 403 204 403 403 403",
        "GET, /api/v1/devices/D1/acts-for,       403 403 403 403 403 403 200 403 403 403",
        "POST, /api/v1/devices/D1/acts-for,      403 403 403 403 403 403 201 403 403 403",
        "DELETE, /api/v1/devices/D1/acts-for/D3, 403 403 403 403 403 403 204 403 403 403",
        "GET, /api/v1/refusals,                  403 403 403 403 403 403 200 403 200 403",
        "POST, /api/v1/refusals/D1/redrive,      403 403 403 403 403 403 200 403 403 403",
        "POST, /api/v1/refusal-redrives,         403 403 403 403 403 403 202 403 403 403",
        "GET, /api/v1/refusal-redrives/D1,       403 403 403 403 403 403 200 403 403 403",
        "GET, /api/v1/device-concerns,           403 403 403 403 403 403 200 403 403 403",
        "POST, /api/v1/device-concerns/D1/close, 403 403 403 403 403 403 200 403 403 403",
        "GET, /api/v1/device-health,             403 403 403 403 403 403 200 200 403 403",
        "GET, /api/v1/device-health/D1,          403 403 403 403 403 403 200 200 403 403",
        "GET, /api/v1/conservation,              403 403 403 403 403 403 200 200 403 403",
        "GET, /api/v1/feed,                      200 200 200 200 200 403 403 403 403 200",
        "GET, /api/v1/alerts/counts,             403 403 403 403 403 200 403 403 403 403",
        "GET, /api/v1/audit,                     200 403 403 403 403 403 403 403 200 403",
        "GET, /api/v1/planted,                   403 403 403 403 403 403 403 403 403 403"
    })
    void everyRoleGetsItsAnswer(String method, String path, String expected) {
        List<String> actual = new ArrayList<>();
        for (String user : USERS) {
            int status =
                    path.endsWith("/feed")
                            ? feed(user, path)
                            : call(user, method, path).statusCode();
            actual.add(Integer.toString(status));
        }
        assertThat(String.join(" ", actual)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/patients/%s, a2, 99",
        "/api/v1/patients/%s/readings, a2, 99",
        "/api/v1/patients/%s/care-plan, a2, 99",
        "/api/v1/alerts/%s, f2, 99",
        "/api/v1/tasks/%s, 72, 99",
        "/api/v1/devices/%s, d2, 99"
    })
    void outOfScopeAndUnknownAreTheSameToTheByte(String path, String theirs, String unknown) {
        String id = "00000000-0000-4000-a000-0000000000%s";
        Response outOfScope = call("nurse", "GET", path.formatted(id.formatted(theirs)));
        Response notThere = call("nurse", "GET", path.formatted(id.formatted(unknown)));
        Response noId = call("nurse", "GET", path.formatted("Durand"));
        assertThat(outOfScope.statusCode()).isEqualTo(404);
        assertThat(outOfScope.asString())
                .isEqualTo(notThere.asString())
                .isEqualTo(noId.asString())
                .contains("NOT_FOUND");
    }

    @Test
    void whatIsAnotherPatientsIsUnknownBelowOnesOwn() {
        String own = "/api/v1/patients/" + Ward.PATIENT_1;
        call("nurse", "GET", own + "/readings/" + Ward.READING_2).then().statusCode(404);
        call("nurse", "DELETE", own + "/shares/" + Ward.SHARE_2).then().statusCode(404);
        assertThat(call("gp", "GET", own).statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceIsToldWhoAsksAndByWhom() {
        call("physician", "POST", "/api/v1/alerts/A1/acknowledge").then().statusCode(200);
        var seen = RealGateway.lastSeen("/internal/v1/alerts/" + Ward.ALERT_1 + "/acknowledge");
        assertThat(seen.getString("azp")).isEqualTo("homeward-gateway");
        assertThat(seen.getString("aud")).contains("homeward-internal");
        assertThat(seen.getString("actor"))
                .isEqualTo("sub=00000000-0000-4000-8000-000000000004;role=physician;purpose=care");
    }

    @Test
    void anActorThatACallerSendsIsNotBelieved() {
        RealGateway.as("nurse")
                .header("Homeward-Actor", "sub=x;role=physician;purpose=care")
                .get("/api/v1/alerts/" + Ward.ALERT_1)
                .then()
                .statusCode(200);
        assertThat(RealGateway.lastSeen("/internal/v1/alerts/" + Ward.ALERT_1).getString("actor"))
                .contains("role=nurse");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/patients/%s%%2Freadings",
        "/api/v1/patients/%s;x=1/readings",
        "/api/v1//patients/%s/readings",
        "/api/v1/patients/../patients/%s/readings",
        "/api/v1/patients/%s/%%2e%%2e/readings",
        "/api/v1/patients/%s%%252Freadings"
    })
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
        for (String user : List.of("nurse", "nurse2")) {
            int status =
                    RealGateway.raw(user, "GET", path.formatted(Ward.PATIENT_1), "").statusCode();
            assertThat(status).isEqualTo(400);
        }
    }
}
