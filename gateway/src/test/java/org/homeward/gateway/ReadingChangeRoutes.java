package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the routes about changed readings give and pass on; [FeatureResourceTest] runs it.
interface ReadingChangeRoutes {
    String READING =
            "/patients/" + Ward.PATIENT_1 + "/readings/00000000-0000-4000-a000-000000000001";

    @Test
    default void aCorrectionGoesThroughAsItWasTyped() {
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body("{\"value\":36.80,\"unit\":\"Cel\",\"note\":\"typed wrong\"}")
                .post("/api/v1" + READING + "/correct")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue());
        assertThat(RealGateway.lastSeen("/internal/v1" + READING + "/correct").getString("body"))
                .contains("36.80", "typed wrong");
    }

    @Test
    default void theVersionsOfAReadingSayWhoChangedIt() {
        RealGateway.as("physician")
                .get("/api/v1" + READING + "/versions")
                .then()
                .statusCode(200)
                .body("items[0].version", equalTo(2))
                .body("items[1].reason", equalTo("corrected"))
                .body("items[1].replacedBy", equalTo(Ward.GP));
    }

    @Test
    default void thePatientAnswersWhoseValueItWas() {
        RealGateway.as("patient")
                .contentType(ContentType.JSON)
                .body("{\"isPatient\":false}")
                .post("/api/v1" + READING + "/identity")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        assertThat(RealGateway.lastSeen("/internal/v1" + READING + "/identity").getString("body"))
                .contains("\"isPatient\":false");
        assertThat(answer("gp", READING + "/identity").statusCode()).isEqualTo(403);
    }

    @Test
    default void qualityIsGivenOfPatientsAndOfDevices() {
        String days = "/quality?from=2026-11-21&to=2026-11-22";
        String body =
                RealGateway.as("nurse")
                        .get("/api/v1/patients/" + Ward.PATIENT_1 + days)
                        .then()
                        .statusCode(200)
                        .body("days[0].readings", equalTo(3))
                        .extract()
                        .asString();
        assertThat(body).contains("\"valid\":0.5000");
        assertThat(
                        RealGateway.lastSeen("/internal/v1/patients/" + Ward.PATIENT_1 + "/quality")
                                .getString("query"))
                .contains("from=2026-11-21", "to=2026-11-22");
        assertThat(
                        RealGateway.as("nurse2")
                                .get("/api/v1/patients/" + Ward.PATIENT_1 + days)
                                .statusCode())
                .isEqualTo(404);
        String devices = "/api/v1/devices";
        String id = RealGateway.as("device-admin").get(devices).jsonPath().getString("items[0].id");
        assertThat(
                        RealGateway.as("device-admin")
                                .get(devices + "/" + id + days)
                                .jsonPath()
                                .getInt("counts.refused"))
                .isEqualTo(1);
        assertThat(RealGateway.as("gp").get(devices + "/" + id + days).statusCode()).isEqualTo(403);
    }

    @Test
    default void aPatientIsNotToldWhatTheDeviceSentBeforeItWasTheirs() {
        String quality = "/api/v1/devices/" + Ward.DEVICE_1 + "/quality";
        assertThat(RealGateway.as("device-admin").get(quality).jsonPath().getList("days.day"))
                .containsExactly("2026-11-22", "2026-10-31");
        RealGateway.as("patient")
                .get(quality)
                .then()
                .statusCode(200)
                .body("days.day", equalTo(List.of("2026-11-22")))
                .body("counts.valid", equalTo(2))
                .body("shares.valid", equalTo(0.5f));
    }

    @Test
    default void whatACriticalAlertStandsOnWaitsForASecondPerson() {
        String looks = "/api/v1/patients/" + Ward.PATIENT_1 + "/second-looks";
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body("{\"note\":\"critical\"}")
                .post("/api/v1" + READING + "/void")
                .then()
                .statusCode(202)
                .body("status", equalTo("pending-second-look"));
        String look =
                RealGateway.as("physician")
                        .get(looks)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("items[0].id");
        String one = READING + "/second-looks/" + look;
        for (String word : new String[] {"/confirm", "/decline"}) {
            assertThat(answer("physician", one + word).statusCode()).isEqualTo(200);
            assertThat(RealGateway.lastSeen("/internal/v1" + one + word).getString("body"))
                    .isNotNull();
            assertThat(answer("gp", one + word).statusCode()).isEqualTo(403);
            assertThat(answer("nurse2", one + word).statusCode()).isEqualTo(404);
        }
        assertThat(RealGateway.as("gp").get(looks).statusCode()).isEqualTo(403);
        assertThat(RealGateway.as("nurse2").get(looks).statusCode()).isEqualTo(404);
    }

    private static Response answer(String user, String path) {
        return RealGateway.as(user).contentType(ContentType.JSON).body("{}").post("/api/v1" + path);
    }

    @ParameterizedTest
    @CsvSource({"gp,403", "patient,403", "nurse2,404"})
    default void whoMayNotCorrectNeitherDoesNorSeesVersions(String user, int status) {
        Response answer =
                RealGateway.as(user)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/api/v1" + READING + "/correct");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(RealGateway.as(user).get("/api/v1" + READING + "/versions").statusCode())
                .isEqualTo(status);
    }
}
