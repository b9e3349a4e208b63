package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.ingest.http.Gateway.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the internal routes say of assignments that were wrong; [InternalApiIT] runs it.
interface AssignmentRoutes {
    Instant SINCE = Given.now().minusSeconds(86_400);

    /// The path of a device's only assignment, which lasts.
    private static String assignment(Given.Worn device) {
        Given.assign(device, SINCE, null);
        String path = "/internal/v1/devices/" + device.device();
        Response shown = as("nurse").get(path);
        assertThat(shown.jsonPath().getInt("assignments[0].version")).isEqualTo(1);
        return path + "/assignments/" + shown.jsonPath().getString("assignments[0].id");
    }

    private static Response patch(String path, String version, String body) {
        return as("nurse").header("If-Match", version).body(body).patch(path);
    }

    @Test
    default void anAssignmentIsCorrectedByWhoeverSawItsVersionAndTakenBackOnce() {
        String path = assignment(Given.device());
        UUID other = UUID.randomUUID();
        String body = "{\"patientId\":\"%s\",\"reason\":\"swapped\"}".formatted(other);
        Response done = patch(path, "\"1\"", body);
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        assertThat(done.asString()).contains(other.toString(), "\"version\":2");
        assertThat(patch(path, "\"1\"", body).statusCode()).isEqualTo(412);
        assertThat(patch(path, "\"2\"", body).header("ETag")).isEqualTo("\"2\"");
        assertThat(as("nurse").body(body).patch(path).statusCode()).isEqualTo(428);
        assertThat(as("physician").body(body).patch(path).statusCode()).isEqualTo(403);

        String why = "{\"reason\":\"never given\"}";
        assertThat(removed(path, why).statusCode()).isEqualTo(204);
        Response again = removed(path, why);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("ALREADY_REMOVED", "\"by\":\"person-1\"");
    }

    private static Response removed(String path, String why) {
        return as("device-admin").header("If-Match", "\"2\"").body(why).post(path + "/remove");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|INVALID_REASON",
                "{\"reason\":\" \"}|422|INVALID_REASON",
                "{\"reason\":\"a\\u0000b\"}|422|INVALID_REASON",
                "[]|400|INVALID_PARAMETER",
                "{\"reason\":\"x\",\"from\":null}|400|INVALID_PARAMETER",
                "{\"reason\":\"x\",\"patientId\":7}|400|INVALID_PARAMETER",
                "{\"reason\":\"x\",\"from\":\"+10000-01-01T00:00:00Z\"}|400|INVALID_PARAMETER",
                "{\"reason\":\"x\",\"to\":\"1999-01-01T00:00:00Z\"}|422|INVALID_PERIOD",
                "{\"reason\":\"x\",\"from\":\"2020-01-01T00:00:00Z\"}|409|ASSIGNMENT_OVERLAPS"
            })
    default void aCorrectionThatCannotBeIsRefusedAndChangesNothing(
            String body, int status, String code) {
        Given.Worn device = Given.device();
        Given.Worn before = new Given.Worn(device.device(), device.token(), UUID.randomUUID());
        Given.assign(before, Instant.parse("2020-01-01T00:00:00Z"), SINCE.minusSeconds(1));
        String path = "/internal/v1/devices/" + device.device();
        Given.assign(device, SINCE, null);
        String last =
                path
                        + "/assignments/"
                        + as("nurse").get(path).jsonPath().getString("assignments[1].id");
        Response answer = patch(last, "\"1\"", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(as("nurse").get(path).jsonPath().getInt("assignments[1].version")).isEqualTo(1);
    }

    @Test
    default void anAssignmentOfAnotherDeviceIsUnknown() {
        String path = assignment(Given.device());
        String elsewhere = path.replaceFirst("devices/[^/]+", "devices/" + Given.device().device());
        assertThat(patch(elsewhere, "\"1\"", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
    }
}
