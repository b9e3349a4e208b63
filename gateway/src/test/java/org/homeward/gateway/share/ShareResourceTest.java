package org.homeward.gateway.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A share, a link, their end and a changed plan count from the very next request on. Patient 3,
/// who is nobody else's case.
@QuarkusTest
class ShareResourceTest implements RealGateway {
    private static final String PATIENT = "/api/v1/patients/" + Ward.PATIENT_3;
    private static final String CARER = "00000000-0000-4000-8000-000000000002";
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

    @Test
    void aPlanThatLeavesNothingDueIsInTheWorklistFromTheNextRequestOn() {
        String answer =
                RealGateway.as("physician")
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"4\"")
                        .body("{\"measurements\":[]}")
                        .put(PATIENT + "/care-plan")
                        .then()
                        .statusCode(200)
                        .header("ETag", "\"4\"")
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain("relation");
        RealGateway.as("nurse")
                .get("/api/v1/worklist?tab=not-monitored")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(Ward.PATIENT_3));
    }

    private static Response link(String user, String patient, String purpose) {
        return RealGateway.as(user)
                .contentType(ContentType.JSON)
                .body(
                        "{\"kind\":\"delegation\",\"subject\":\"%s\",\"purpose\":\"%s\"}"
                                .formatted(CARER, purpose))
                .post("/api/v1/patients/" + patient + "/relations");
    }

    @Test
    void aCarersLoginThatTheTeamLinksCountsFromTheNextRequestOn() {
        assertThat(RealGateway.as("carer").get(PATIENT).statusCode()).isEqualTo(404);
        link("nurse", Ward.PATIENT_3, "care")
                .then()
                .statusCode(201)
                .body("practitionerId", equalTo(CARER))
                .body("relation", equalTo(null));
        assertThat(RealGateway.as("carer").get(PATIENT).statusCode()).isEqualTo(200);
        link("physician", Ward.PATIENT_3, "there before").then().statusCode(200);
        RealGateway.as("nurse").delete(PATIENT + "/shares/" + SHARE).then().statusCode(204);
        assertThat(RealGateway.as("carer").get(PATIENT).statusCode()).isEqualTo(404);
    }

    /// Also of the patient whose own record it is: who else may look is theirs to say, who they are
    /// is not.
    @ParameterizedTest
    @CsvSource({
        "patient, 403",
        "carer, 403",
        "gp, 403",
        "manager, 403",
        "device-admin, 403",
        "auditor, 403",
        "nurse2, 404",
        "physician2, 404"
    })
    void nobodyButTheTeamLinksALogin(String user, int status) {
        assertThat(link(user, Ward.PATIENT_1, "care").statusCode()).isEqualTo(status);
    }
}
