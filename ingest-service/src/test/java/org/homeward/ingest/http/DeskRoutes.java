package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.Given;
import org.homeward.ingest.desk.DeviceDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The device desk's queue and how the devices are; [InternalApiIT] runs it.
interface DeskRoutes {
    String CONCERNS = "/internal/v1/device-concerns";
    String HEALTH = "/internal/v1/device-health";

    @Test
    default void anEmptyBatteryIsTheDesksAndItsPatientsAndAFullOneEndsIt() {
        Given.Worn device = Given.worn();
        Given.post(device, withBattery(9, Given.now()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> kinds(device, "open").contains("battery-low"));
        assertThat(Given.told(device.patient()))
                .containsExactly(DeviceEventKind.DEVICE_EVENT_KIND_BATTERY_LOW);
        assertThat(as("device-admin").get(HEALTH + "/" + device.device()).asString())
                .contains("\"battery\":9", "\"concerns\":[\"battery-low\"]")
                .doesNotContain(device.patient().toString());

        Given.post(device, withBattery(90, Given.now()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            Given.await(Given.bean(DeviceDesk.class).turn());
                            assertThat(kinds(device, "open")).isEmpty();
                        });
        assertThat(as("device-admin").get(of(device, "closed")).asString())
                .contains("\"closedBy\":\"system\"");
    }

    @Test
    default void theFirmwareIsTheOneThatWasHeardOfLast() {
        Given.Worn device = Given.worn();
        String one = HEALTH + "/" + device.device();
        assertThat(as("device-admin").get(one).asString()).doesNotContain("firmware");
        for (String version : List.of("1.9", "1.10")) {
            String body = Given.pulse("72", Given.now());
            Given.post(device, body.replaceFirst("\\{", "{\"firmware\":\"" + version + "\","));
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    version.equals(
                                            as("device-admin")
                                                    .get(one)
                                                    .jsonPath()
                                                    .getString("firmware")));
        }
        assertThat(
                        as("device-admin")
                                .get(HEALTH + "?limit=200")
                                .jsonPath()
                                .getString(listed(device)))
                .isEqualTo("1.10");
    }

    private static String listed(Given.Worn device) {
        return "items.find { it.deviceId == '" + device.device() + "' }.firmware";
    }

    @Test
    default void aDeviceIsSilentByItsOwnHabitUntilItIsHeardAgain() {
        Given.Worn daily = Given.worn();
        Given.Worn sensor = Given.worn();
        heard(daily, "1 day", "30 hours");
        heard(sensor, "5 minutes", "30 hours");
        Given.await(Given.bean(DeviceDesk.class).turn());
        assertThat(kinds(sensor, "open")).containsExactly("silent");
        assertThat(kinds(daily, "open")).isEmpty();
        assertThat(as("device-admin").get(HEALTH + "/" + sensor.device()).asString())
                .contains("\"silentSince\"", "\"usualGapSeconds\":300");
        assertThat(items(HEALTH + "?state=silent&limit=200")).contains(sensor.device().toString());
        assertThat(items(HEALTH + "?state=silent&limit=200"))
                .doesNotContain(daily.device().toString());

        Given.post(sensor, Given.pulse("72", Given.now()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            Given.await(Given.bean(DeviceDesk.class).turn());
                            assertThat(kinds(sensor, "open")).isEmpty();
                        });
        assertThat(as("device-admin").get(HEALTH + "/" + sensor.device()).asString())
                .containsPattern("\"usualGapSeconds\":1080\\d\\d\\b")
                .doesNotContain("silentSince");
    }

    @Test
    default void aDeviceThatWasGivenBackIsMissedNoMore() {
        Given.Worn device = Given.worn();
        heard(device, "5 minutes", "30 hours");
        Given.await(Given.bean(DeviceDesk.class).turn());
        assertThat(kinds(device, "open")).containsExactly("silent");
        Given.await(
                Given.bean(Pool.class)
                        .preparedQuery(
                                "UPDATE assignment SET during = tstzrange(lower(during), now())"
                                        + " WHERE device_id = $1")
                        .execute(Tuple.of(device.device())));
        Given.await(Given.bean(DeviceDesk.class).turn());
        assertThat(kinds(device, "open")).isEmpty();
    }

    @Test
    default void aConcernIsOpenOnceAndWhatWasToldBeforeItsEndOpensNoOther() {
        Given.Worn device = Given.worn();
        Instant at = Given.now().minusSeconds(60);
        tell(device, at);
        tell(device, at.plusSeconds(1));
        assertThat(kinds(device, "open")).containsExactly("clock-fault");
        String id = as("device-admin").get(of(device, "open")).jsonPath().getString("items[0].id");
        assertThat(
                        as("device-admin")
                                .body("{\"note\":\"set right\"}")
                                .post(CONCERNS + "/" + id + "/close")
                                .asString())
                .contains("\"note\":\"set right\"", "\"closedBy\":\"person-1\"");
        tell(device, at.plusSeconds(2));
        assertThat(kinds(device, "open")).isEmpty();
        tell(device, Given.now().plusSeconds(60));
        assertThat(kinds(device, "open")).containsExactly("clock-fault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nurse", "auditor", "patient"})
    default void onlyTheDeskSeesItsQueue(String role) {
        assertThat(as(role).get(CONCERNS).statusCode()).isEqualTo(403);
        assertThat(as(role).get(HEALTH).statusCode()).isEqualTo(403);
        String one = CONCERNS + "/" + UUID.randomUUID() + "/close";
        assertThat(as(role).post(one).statusCode()).isEqualTo(403);
        assertThat(as("device-admin").post(one).statusCode()).isEqualTo(404);
        assertThat(as("device-admin").get(HEALTH + "?state=lost").statusCode()).isEqualTo(400);
        assertThat(as("device-admin").get(CONCERNS + "?status=x").statusCode()).isEqualTo(400);
    }

    private static String withBattery(int percent, Instant at) {
        return Given.pulse("72", at).replaceFirst("\\{", "{\"battery\":" + percent + ",");
    }

    private static void tell(Given.Worn device, Instant at) {
        Given.await(
                Given.bean(DeviceDesk.class)
                        .note(
                                List.of(
                                        new DeviceDesk.Told(
                                                UUID.randomUUID(),
                                                device.device(),
                                                "clock-fault",
                                                "takenAt: cannot be right",
                                                at))));
    }

    private static void heard(Given.Worn device, String gap, String ago) {
        Given.await(
                Given.bean(Pool.class)
                        .preparedQuery(
                                "UPDATE device SET usual_gap_s = extract(epoch FROM $1::text::interval),"
                                        + " last_seen_at = now() - $2::text::interval WHERE id = $3")
                        .execute(Tuple.of(gap, ago, device.device())));
    }

    private static String of(Given.Worn device, String status) {
        return CONCERNS + "?deviceId=" + device.device() + "&status=" + status;
    }

    private static List<String> kinds(Given.Worn device, String status) {
        return as("device-admin").get(of(device, status)).jsonPath().getList("items.kind");
    }

    private static List<String> items(String path) {
        return as("device-admin").get(path).jsonPath().getList("items.deviceId");
    }
}
