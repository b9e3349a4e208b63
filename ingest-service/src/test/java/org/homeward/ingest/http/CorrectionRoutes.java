package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import com.google.protobuf.InvalidProtocolBufferException;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.Topics;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.ingest.Given;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;

/// A clinician says what a reading should have been; [InternalApiIT] runs it.
interface CorrectionRoutes {
    Instant MEASURED = Given.now();

    /// What a correction of 71.0 /min is refused for.
    Map<String, String> REFUSED =
            Map.ofEntries(
                    Map.entry("{\"value\":71,\"unit\":\"/min\",\"note\":\"x\"}", "NOTHING_CHANGED"),
                    Map.entry(
                            "{\"value\":900,\"unit\":\"/min\",\"note\":\"x\"}", "IMPOSSIBLE_VALUE"),
                    Map.entry(
                            "{\"value\":1e999999,\"unit\":\"/min\",\"note\":\"x\"}",
                            "INVALID_CORRECTION"),
                    Map.entry(
                            "{\"value\":72,\"unit\":\"mm[Hg]\",\"note\":\"x\"}",
                            "UNCONVERTIBLE_UNIT"),
                    Map.entry("{\"value\":72,\"unit\":\"furlong\",\"note\":\"x\"}", "UNKNOWN_UNIT"),
                    Map.entry("{\"value\":72,\"note\":\"x\"}", "INVALID_CORRECTION"),
                    Map.entry("{\"components\":[null],\"note\":\"x\"}", "INVALID_CORRECTION"),
                    Map.entry("{\"components\":[],\"note\":\"x\"}", "MISSING_FIELD"),
                    Map.entry("{\"value\":72,\"unit\":\"/min\"}", "INVALID_CORRECTION"),
                    Map.entry(
                            "{\"value\":72,\"unit\":\"/min\",\"note\":\" \"}",
                            "INVALID_CORRECTION"),
                    Map.entry(
                            "{\"value\":72,\"unit\":\"/min\",\"note\":\"\\u0000\"}",
                            "INVALID_NOTE"),
                    Map.entry("null", "INVALID_CORRECTION"));

    @Test
    default void aCorrectionIsTheNextVersionAndWhatItWasStays()
            throws InvalidProtocolBufferException {
        Given.Worn device = Given.worn();
        String body = Given.pulse("171.0", MEASURED);
        String path = stored(device, body);
        Response corrected = correct(path, "{\"value\":71.0,\"unit\":\"/min\",\"note\":\"typo\"}");
        assertThat(corrected.statusCode()).as(corrected.asString()).isEqualTo(200);
        assertThat(corrected.asString())
                .contains("\"value\":71.0", "\"version\":2", "CORRECTED", "\"validity\":\"valid\"");

        await().atMost(Duration.ofSeconds(20)).until(() -> told(device).size() == 2);
        ReadingRecorded event = ReadingRecorded.parseFrom(told(device).getLast().value());
        assertThat(event.getVersion()).isEqualTo(2);
        assertThat(Decimals.fromWire(event.getValue().getValue())).isEqualByComparingTo("71");
        assertThat(told(device).getLast().timestamp()).isGreaterThan(MEASURED.toEpochMilli());

        Response versions = as("nurse").get(path + "/versions");
        assertThat(versions.jsonPath().getList("items.version")).containsExactly(2, 1);
        assertThat(versions.jsonPath().getString("items[1].reading.value")).isEqualTo("171.0");
        assertThat(versions.jsonPath().getString("items[1].replacedBy")).isEqualTo("person-1");
        assertThat(versions.jsonPath().getString("items[1].note")).isEqualTo("typo");

        Given.post(device, body);
        await().atMost(Duration.ofSeconds(20)).until(() -> told(device).size() == 3);
        assertThat(as("nurse").get(path).asString()).contains("\"value\":71.0");
        assertThat(Given.refusals(device).items()).isEmpty();
    }

    @Test
    default void aPanelIsCorrectedInAnyUnitOfTheTable() {
        Given.Worn device = Given.worn();
        String path = stored(device, panel("\"value\":92", "\"value\":148"));
        assertThat(as("nurse").get(path).asString()).contains("\"validity\":\"questioned\"");
        Response corrected =
                correct(
                        path,
                        "{\"note\":\"swapped\",\"unit\":\"kPa\",\"components\":["
                                + "{\"code\":\"8480-6\",\"value\":19.7},"
                                + "{\"code\":\"8462-4\",\"value\":92,\"unit\":\"mm[Hg]\"}]}");
        assertThat(corrected.statusCode()).as(corrected.asString()).isEqualTo(200);
        assertThat(corrected.jsonPath().getString("components[0].value")).isEqualTo("147.8");
        assertThat(corrected.jsonPath().getString("validity")).isEqualTo("valid");
        assertThat(corrected.jsonPath().getList("flags")).isEqualTo(List.of("CORRECTED"));
        Response half =
                correct(
                        path,
                        "{\"note\":\"x\",\"unit\":\"mm[Hg]\",\"components\":["
                                + "{\"code\":\"8480-6\",\"value\":148}]}");
        assertThat(half.statusCode()).isEqualTo(422);
    }

    private static String panel(String systolic, String diastolic) {
        return """
        {"readings":[{"code":"85354-9","takenAt":"%s","components":[
         {"code":"8480-6",%s,"unit":"mm[Hg]"},{"code":"8462-4",%s,"unit":"mm[Hg]"}]}]}"""
                .formatted(MEASURED, systolic, diastolic);
    }

    @Test
    default void aCorrectionThatCannotBeIsRefusedAndChangesNothing() {
        Given.Worn device = Given.worn();
        String path = stored(device, Given.pulse("71.0", MEASURED));
        REFUSED.forEach(
                (body, code) -> {
                    Response answer = correct(path, body);
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
                    assertThat(answer.jsonPath().getString("code")).as(body).isEqualTo(code);
                });
        assertThat(as("nurse").get(path).asString()).contains("\"version\":1");
    }

    @Test
    default void whoComesSecondIsToldAndAStrangersReadingIsUnknown() {
        Given.Worn device = Given.worn();
        String path = stored(device, Given.pulse("71.0", MEASURED));
        String wanted = "{\"value\":7%d,\"unit\":\"/min\",\"note\":\"x\",\"version\":1}";
        assertThat(correct(path, wanted.formatted(2)).statusCode()).isEqualTo(200);
        Response second = correct(path, wanted.formatted(3));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.asString()).contains("CHANGED_MEANWHILE", "person-1", "\"at\":");
        String elsewhere = path.replace(device.patient().toString(), UUID.randomUUID().toString());
        assertThat(correct(elsewhere, wanted.formatted(4)).statusCode()).isEqualTo(404);
        assertThat(as("nurse").get(elsewhere + "/versions").statusCode()).isEqualTo(404);
        assertThat(as("patient").body(wanted).post(path + "/correct").statusCode()).isEqualTo(403);
        as("nurse").body("{}").post(path + "/void");
        assertThat(correct(path, wanted.replace(":1}", ":3}").formatted(5)).asString())
                .contains("ALREADY_VOIDED");
    }

    private static Response correct(String path, String body) {
        return as("nurse").body(body).post(path + "/correct");
    }

    private static String stored(Given.Worn device, String body) {
        String id = Given.post(device, body).jsonPath().getString("accepted[0].id");
        String path = "/internal/v1/patients/" + device.patient() + "/readings/" + id;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("nurse").get(path).statusCode() == 200);
        return path;
    }

    private static List<ConsumerRecord<byte[], byte[]>> told(Given.Worn device) {
        return Topic.of(Topics.READINGS, device.patient());
    }
}
