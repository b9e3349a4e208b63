package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeward.ingest.Given;
import org.homeward.ingest.rollup.Rollups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How good readings are, over time; [InternalApiIT] runs it.
interface QualityRoutes {
    private static Instant noon() {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(5, ChronoUnit.DAYS)
                .plusSeconds(43200);
    }

    @Test
    default void whatWasSentIsCountedByDayAndTheSameOnceItIsRolledUp() {
        Given.Worn device = Given.worn();
        String readings = "/internal/v1/patients/" + device.patient() + "/readings";
        send(device, readings);
        String ofPatient = "/internal/v1/patients/" + device.patient() + "/quality";
        String ofDevice = "/internal/v1/devices/" + device.device() + "/quality";
        JsonPath quality = as("nurse").get(ofPatient).jsonPath();
        assertThat(quality.getList("days.day"))
                .containsExactly(
                        Instant.now().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                        noon().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        assertThat(quality.getInt("counts.readings")).isEqualTo(3);
        assertThat(quality.getInt("counts.valid")).isEqualTo(2);
        assertThat(quality.getInt("counts.invalid")).isEqualTo(1);
        assertThat(quality.getInt("counts.refused")).isEqualTo(1);
        assertThat(quality.getInt("days[1].late")).isEqualTo(2);
        String before = as("nurse").get(ofPatient).asString();
        assertThat(before).contains("\"valid\":0.5000", "\"late\":0.6667");
        assertThat(as("device-admin").get(ofDevice).asString()).isEqualTo(before);
        staysWhenRolledUp(ofPatient, ofDevice);
        String old = as("nurse").get(readings).jsonPath().getString("items[2].id");
        as("nurse").body("{}").post(readings + "/" + old + "/void");
        assertThat(as("nurse").get(ofPatient).asString())
                .contains("\"voided\":1")
                .isNotEqualTo(before);
        staysWhenRolledUp(ofPatient, ofDevice);
    }

    private static void send(Given.Worn device, String readings) {
        Given.post(device, Given.pulse("72", noon()));
        Given.post(device, Given.pulse("900", noon().plusSeconds(60)));
        Given.post(device, Given.pulse("71", Given.now()));
        Given.post(device, "{\"readings\":[" + Given.reading("true", noon()) + "]}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("nurse").get(readings).jsonPath().getList("items").size() == 3);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Given.refusals(device).items().isEmpty());
    }

    private static void staysWhenRolledUp(String ofPatient, String ofDevice) {
        String before = as("nurse").get(ofPatient).asString();
        assertThat(as("device-admin").get(ofDevice).asString()).isEqualTo(before);
        Given.await(Given.bean(Rollups.class).turn());
        assertThat(as("nurse").get(ofPatient).asString()).isEqualTo(before);
        assertThat(as("device-admin").get(ofDevice).asString()).isEqualTo(before);
    }

    @Test
    default void whereNothingWasSentThereIsNoShare() {
        String path = "/internal/v1/devices/" + UUID.randomUUID() + "/quality";
        assertThat(as("nurse").get(path).asString()).contains("\"shares\":{}", "\"days\":[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=today",
                "from=2026-11-02&to=2026-11-01",
                "from=2024-01-01&to=2026-01-01",
                "to=%2B999999999-12-31"
            })
    default void aSpanThatCannotBeAskedForIsRefused(String query) {
        String path = "/internal/v1/patients/" + UUID.randomUUID() + "/quality?" + query;
        assertThat(as("nurse").get(path).statusCode()).isEqualTo(400);
        assertThat(as("device-admin").get(path).statusCode()).isIn(400, 403);
    }
}
