package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
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
