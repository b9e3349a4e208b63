package org.homeward.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.Test;

/// What the device desk sees of refusals and does about them.
@QuarkusTest
class RefusalResourceTest implements RealGateway {
    @Test
    void theDeviceDeskLooksForRefusalsAndPages() {
        RealGateway.as("device-admin")
                .get("/api/v1/refusals?reason=UNKNOWN_CODE&text=code&from=2026-11-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items[0].detail", equalTo("readings[0].code: not in the table"))
                .body("items[0]", not(hasKey("outcome")))
                .body("next", startsWith("/api/v1/refusals?"));
        assertThat(RealGateway.lastSeen("/internal/v1/refusals").getString("query"))
                .contains("reason=UNKNOWN_CODE", "text=code", "from=2026-11-01");
    }

    @Test
    void whatIsSentAgainSaysWhatBecameOfIt() {
        RealGateway.as("device-admin")
                .contentType(ContentType.JSON)
                .post("/api/v1/refusals/" + Ward.DEVICE_1 + "/redrive")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("accepted"));
        RealGateway.as("device-admin")
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"UNKNOWN_CODE\"}")
                .post("/api/v1/refusal-redrives")
                .then()
                .statusCode(202)
                .body("total", equalTo(9))
                .body("state", equalTo("running"));
    }
}
