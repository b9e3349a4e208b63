package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A share and its end count from the very next request on. Patient 3, who is nobody else's case.
@QuarkusTest
class ShareResourceTest implements RealGateway {
    private static final String PATIENT = "/api/v1/patients/" + Ward.PATIENT_3;
    private static final String SHARE = "00000000-0000-4000-a000-0000000000e1";

    @BeforeEach
    void settle() {
        RealGateway.settle();
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body("{\"name\":{\"family\":\"D\",\"given\":[\"A\"]}}")
                .post("/api/v1/patients")
                .then()
                .statusCode(201);
    }

    @Test
    void aShareCountsFromTheNextRequestOnAndSoDoesItsEnd() {
        assertThat(RealGateway.as("gp").get(PATIENT).statusCode()).isEqualTo(404);
        String answer =
                RealGateway.as("nurse")
                        .contentType(ContentType.JSON)
                        .body("{\"practitionerId\":\"%s\",\"purpose\":\"care\"}".formatted(Ward.GP))
                        .post(PATIENT + "/shares")
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString();
        assertThat(answer).contains(SHARE).doesNotContain("relation");
        assertThat(RealGateway.as("gp").get(PATIENT).statusCode()).isEqualTo(200);
        RealGateway.as("nurse").delete(PATIENT + "/shares/" + SHARE).then().statusCode(204);
        assertThat(RealGateway.as("gp").get(PATIENT).statusCode()).isEqualTo(404);
    }
}
