package org.homeward.gateway.desk;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.Test;

/// What the device desk sees of its queue and of the devices.
@QuarkusTest
class DeskResourceTest implements RealGateway {
    @Test
    void theQueueAndTheHealthOfDevicesNameNoPatient() {
        RealGateway.as("device-admin")
                .get("/api/v1/device-concerns?status=open")
                .then()
                .statusCode(200)
                .body("items.kind", contains("battery-low"))
                .body(not(containsString("patient")));
        RealGateway.as("device-admin")
                .get("/api/v1/device-health?state=silent")
                .then()
                .statusCode(200)
                .body("items[0].firmware", equalTo("1.10"))
                .body("items[0].usualGapSeconds", equalTo(300))
                .body("items[0].concerns", contains("battery-low", "silent"))
                .body(not(containsString("patient")));
    }

    @Test
    void aConcernIsClosedWithoutABody() {
        RealGateway.as("device-admin")
                .contentType(ContentType.JSON)
                .post("/api/v1/device-concerns/" + Ward.DEVICE_1 + "/close")
                .then()
                .statusCode(200)
                .body("kind", equalTo("battery-low"));
    }
}
