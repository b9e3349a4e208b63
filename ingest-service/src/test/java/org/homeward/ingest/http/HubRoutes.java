package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.ingest.http.Gateway.as;

import io.restassured.response.Response;
import java.util.UUID;
import org.homeward.ingest.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the internal routes say of hubs; [InternalApiIT] runs it.
interface HubRoutes {
    @Test
    default void aHubIsLetSpeakForADeviceUntilThatIsEnded() {
        Given.Worn hub = Given.device();
        Given.Worn device = Given.device();
        String path = "/internal/v1/devices/" + hub.device() + "/acts-for";
        String wanted = "{\"deviceId\":\"" + device.device() + "\"}";
        assertThat(Given.post(hub, Given.pulseOf(device.device(), Given.now())).statusCode())
                .isEqualTo(403);
        assertThat(as("nurse").body(wanted).post(path).statusCode()).isEqualTo(403);
        Response made = as("device-admin").body(wanted).post(path);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(Given.post(hub, Given.pulseOf(device.device(), Given.now())).statusCode())
                .isEqualTo(202);
        assertRefused(as("device-admin").body(wanted).post(path), 409, "ALREADY_AUTHORISED");
        Response listed = as("device-admin").get(path);
        assertThat(listed.jsonPath().getList("items.deviceId"))
                .containsExactly(device.device().toString());
        assertThat(listed.jsonPath().getString("items[0].madeBy")).isEqualTo("person-1");
        String one = path + "/" + made.jsonPath().getString("id");
        assertThat(as("device-admin").delete(one).statusCode()).isEqualTo(204);
        assertThat(as("device-admin").delete(one).statusCode()).isEqualTo(204);
        assertThat(Given.post(hub, Given.pulseOf(device.device(), Given.now())).statusCode())
                .isEqualTo(403);
        assertThat(as("device-admin").body(wanted).post(path).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|INVALID_PARAMETER",
                "{\"deviceId\":\"HUB\"}|422|HUB_ITSELF",
                "{\"deviceId\":\"00000000-0000-4000-a000-00000000dead\"}|422|UNKNOWN_DEVICE",
                "{\"deviceId\":\"00000000-0000-4000-a000-00000000dead\","
                        + "\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}"
                        + "|422|INVALID_PERIOD",
            })
    default void whatIsNoAuthorisationIsRefusedAsThat(String body, int status, String code) {
        Given.Worn hub = Given.device();
        String path = "/internal/v1/devices/" + hub.device() + "/acts-for";
        String sent = body.replace("HUB", hub.device().toString());
        assertRefused(as("device-admin").body(sent).post(path), status, code);
        String unknown = "/internal/v1/devices/" + UUID.randomUUID() + "/acts-for";
        assertRefused(as("device-admin").get(unknown), 404, "NOT_FOUND");
        assertRefused(as("device-admin").delete(path + "/" + UUID.randomUUID()), 404, "NOT_FOUND");
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
