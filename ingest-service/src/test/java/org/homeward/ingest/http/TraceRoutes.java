package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Given;
import org.homeward.ingest.trace.WarnOfCalibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the internal routes say for a recall; [InternalApiIT] runs it.
interface TraceRoutes {
    Instant AT = Given.now().minusSeconds(3600);
    Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");
    UUID ID = new UUID(0, 0);

    private static Response patch(UUID device, String body) {
        return as("device-admin").body(body).patch("/internal/v1/devices/" + device);
    }

    private static JsonPath asked(String what, String recall) {
        Response answer = as("device-admin").body(recall).post("/internal/v1/recalls/" + what);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static void sends(Given.Worn device, String firmware, Instant at) {
        String body = "{\"firmware\":\"" + firmware + "\"," + Given.pulse("72", at).substring(1);
        int before = Given.readings(device.patient()).items().size();
        assertThat(Given.post(device, body).statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(Given.readings(device.patient()).items())
                                    .hasSize(before + 1);
                            assertThat(shown(device).getString("firmware")).isEqualTo(firmware);
                        });
    }

    private static JsonPath shown(Given.Worn device) {
        return as("nurse").get("/internal/v1/devices/" + device.device()).jsonPath();
    }

    @Test
    default void theLabelIsKeptWithItsParts() {
        Given.Worn device = Given.worn();
        JsonPath label =
                patch(
                                device.device(),
                                """
                                {"udi":"(01)04012345678901(17)281231(10)L7(21)SN-1",
                                 "calibrationDue":"2027-03-01"}""")
                        .jsonPath();
        assertThat(label.getString("udi.di")).isEqualTo("04012345678901");
        assertThat(label.getString("udi.lot")).isEqualTo("L7");
        assertThat(label.getString("udi.expires")).isEqualTo("2028-12-31");
        assertThat(label.getString("serial")).isEqualTo("SN-1");
        assertThat(patch(device.device(), "{\"udi\":null}").jsonPath().getString("serial"))
                .isEqualTo("SN-1");
        assertThat(shown(device).getString("udi")).isNull();
        assertThat(shown(device).getString("calibrationDue")).isEqualTo("2027-03-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'udi':'(01)04012345678902'}|422|INVALID_UDI",
                "{'udi':'(01)04012345678901(21)A','serial':'B'}|422|SERIAL_DIFFERS",
                "{'udi':7}|400|INVALID_PARAMETER",
                "{'firmware':null}|400|INVALID_PARAMETER",
                "{'calibrationDue':'2027-02-30'}|400|INVALID_PARAMETER",
                "{'serial':'\\u0000'}|400|INVALID_PARAMETER",
                "{}|400|INVALID_PARAMETER",
            })
    default void whatIsNoLabelIsRefused(String body, int status, String code) {
        Response answer = patch(Given.worn().device(), body.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    /// The device changes hands and is updated in between; one reading comes from its buffer after
    /// that.
    @Test
    default void aFaultyFirmwareNamesItsReadingsAndPatients() {
        String faulty = "F-" + UUID.randomUUID();
        Given.Worn device = Given.worn();
        sends(device, faulty, AT);
        sends(device, "F-good", AT.plusSeconds(60));
        sends(device, "F-good", Given.now());
        JsonPath recall = asked("search", "{\"firmware\":\"" + faulty + "\"}");
        assertThat(recall.getInt("devices")).isOne();
        assertThat(recall.getInt("patients")).isOne();
        assertThat(recall.getInt("readings")).isEqualTo(2);
        assertThat(recall.getString("items[0].deviceId")).isEqualTo(device.device().toString());
        assertThat(recall.getString("items[0].patients[0].patientId"))
                .isEqualTo(device.patient().toString());
        assertThat(recall.getInt("items[0].patients[0].readings")).isEqualTo(2);
        JsonPath page = asked("readings", "{\"firmware\":\"" + faulty + "\",\"limit\":\"1\"}");
        assertThat(page.getList("items")).hasSize(1);
        JsonPath rest =
                asked(
                        "readings",
                        "{\"firmware\":\"%s\",\"cursor\":\"%s\"}"
                                .formatted(faulty, page.getString("next")));
        assertThat(rest.getList("items")).hasSize(1);
        assertThat(rest.getString("next")).isNull();
        String early = "{\"firmware\":\"%s\",\"to\":\"%s\"}".formatted(faulty, AT.plusSeconds(1));
        assertThat(asked("search", early).getInt("readings")).isOne();
    }

    @Test
    default void aRecallByModelAndSerialNamesWhoWoreTheDeviceWhen() {
        Given.Worn device = Given.worn();
        String serial = "S-" + UUID.randomUUID();
        patch(device.device(), "{\"serial\":\"" + serial + "\"}");
        sends(device, "1.0", AT);
        String recall = "{\"serials\":[\"" + serial + "\",\"other\"]%s}";
        assertThat(asked("search", recall.formatted("")).getInt("readings")).isOne();
        String before = recall.formatted(",\"to\":\"" + AT.minusSeconds(1) + "\"");
        assertThat(asked("search", before).getInt("readings")).isZero();
        assertThat(asked("search", before).getInt("patients")).isOne();
        JsonPath later =
                asked(
                        "search",
                        recall.formatted(",\"cursor\":\"" + new Cursor(NEVER, ID).text() + "\""));
        assertThat(later.getString("readings")).isNull();
        assertThat(later.getInt("items[0].patients[0].readings")).isOne();
        String never = recall.formatted(",\"model\":\"another\"");
        assertThat(asked("search", never).getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422",
                "{'serials':[]}|400",
                "{'serials':[null]}|400",
                "{'model':' '}|400",
                "{'model':'\\u0000'}|400",
                "{'model':'m','from':'noon'}|400",
                "{'model':'m','limit':'0'}|400",
                "{'model':'m','cursor':'x'}|400",
                "{'model':'m','from':'2026-11-22T10:00:00Z','to':'2026-11-22T10:00:00Z'}|422",
            })
    default void whatNamesNothingIsNoRecall(String body, int status) {
        String recall = body.replace('\'', '"');
        String path = "/internal/v1/recalls/search";
        assertThat(as("device-admin").body(recall).post(path).statusCode()).isEqualTo(status);
        assertThat(as("nurse").body("{\"model\":\"m\"}").post(path).statusCode()).isEqualTo(403);
    }

    @Test
    default void anOverdueCalibrationIsToldOnce() {
        Given.Worn device = Given.worn();
        patch(device.device(), "{\"calibrationDue\":\"2026-01-01\"}");
        Given.await(Given.bean(WarnOfCalibration.class).warn());
        Given.await(Given.bean(WarnOfCalibration.class).warn());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(Given.told(device.patient()))
                                        .containsExactly(
                                                DeviceEventKind
                                                        .DEVICE_EVENT_KIND_CALIBRATION_OVERDUE));
    }
}
