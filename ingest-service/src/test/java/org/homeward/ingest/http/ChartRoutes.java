package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import com.google.protobuf.InvalidProtocolBufferException;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Topics;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.Given;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the internal routes say of the stored readings; [InternalApiIT] runs it.
interface ChartRoutes {
    Instant NOW = Given.now();

    @Test
    default void aReadingIsVoidedOnceAndNothingRevivesIt() throws InvalidProtocolBufferException {
        Given.Worn device = Given.worn();
        String body = Given.pulse("71.0", NOW);
        String readings = "/internal/v1/patients/" + device.patient() + "/readings";
        String path = stored(device, body, readings);
        Response voided = as("nurse").body("{\"note\":\"a visitor\"}").post(path + "/void");
        assertThat(voided.statusCode()).as(voided.asString()).isEqualTo(200);
        assertThat(voided.asString())
                .contains("\"version\":2", "ENTERED_IN_ERROR", "\"validity\":\"invalid\"");
        Response second = as("physician").body("{}").post(path + "/void");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.asString()).contains("ALREADY_VOIDED", "\"by\":", "\"at\":");
        assertThat(as("nurse").get(readings).jsonPath().getList("items")).isEmpty();

        await().atMost(Duration.ofSeconds(20)).until(() -> told(device).size() == 2);
        ReadingVoided event = ReadingVoided.parseFrom(told(device).getLast().value());
        assertThat(event.getVersion()).isEqualTo(2);
        assertThat(event.getReason()).isEqualTo("entered-in-error");
        assertThat(event.toString()).doesNotContain("visitor");
        assertThat(event.getCodesList()).containsExactly("8867-4");
        assertThat(event.hasReceivedAt()).isTrue();
        assertThat(event.hasNewestMeasuredAt()).isFalse();

        Given.post(device, body);
        Given.post(device, Given.pulse("72.0", NOW.plusSeconds(1)));
        await().atMost(Duration.ofSeconds(20)).until(() -> told(device).size() == 3);
        assertThat(as("nurse").get(readings).jsonPath().getList("items")).hasSize(1);
        assertThat(as("nurse").get(path).asString()).contains("\"version\":2");
    }

    @Test
    default void whoMayNotVoidOrSaysNoNoteChangesNothing() {
        Given.Worn device = Given.worn();
        String readings = "/internal/v1/patients/" + device.patient() + "/readings";
        String path = stored(device, Given.pulse("71.0", NOW), readings);
        assertThat(as("patient").body("{}").post(path + "/void").statusCode()).isEqualTo(403);
        for (String note : new String[] {"\\u0000", "x".repeat(2001)}) {
            Response answer = as("nurse").body("{\"note\":\"" + note + "\"}").post(path + "/void");
            assertThat(answer.statusCode()).isEqualTo(422);
        }
        String elsewhere = path.replace(device.patient().toString(), UUID.randomUUID().toString());
        assertThat(as("nurse").body("{}").post(elsewhere + "/void").statusCode()).isEqualTo(404);
        assertThat(as("nurse").get(path).asString()).contains("\"version\":1");
    }

    private static String stored(Given.Worn device, String body, String readings) {
        String id = Given.post(device, body).jsonPath().getString("accepted[0].id");
        String path = readings + "/" + id;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("nurse").get(path).statusCode() == 200);
        return path;
    }

    private static List<ConsumerRecord<byte[], byte[]>> told(Given.Worn device) {
        return Topic.of(Topics.READINGS, device.patient());
    }

    @Test
    default void bucketsAreOfTheCallersDays() {
        Given.Worn device = Given.worn();
        for (String at : new String[] {"2026-03-27T22:59:59Z", "2026-03-27T23:00:00Z"}) {
            Given.post(device, Given.pulse("70.0", Instant.parse(at)));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(device.patient()).items().size() == 2);
        String path =
                "/internal/v1/patients/"
                        + device.patient()
                        + "/buckets?code=8867-4&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";
        Response days = as("nurse").get(path + "&bucket=day&zone=Europe/Paris");
        assertThat(days.asString())
                .startsWith("{\"items\":[{\"code\":\"8867-4\",\"unit\":\"/min\",")
                .contains("\"start\":\"2026-03-27T23:00:00Z\",\"count\":1,\"min\":70.0")
                .contains("\"start\":\"2026-03-26T23:00:00Z\"");
        assertThat(as("nurse").get(path + "&bucket=day").jsonPath().getList("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket=day",
                "code=1234-5&bucket=day",
                "code=8867-4",
                "code=8867-4&bucket=week",
                "code=8867-4&bucket=day&zone=Paris",
                "code=8867-4&bucket=day&zone=%00",
                "code=8867-4&bucket=day&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "code=8867-4&bucket=hour&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"
            })
    default void aBucketThatCannotBeAskedForIsRefused(String query) {
        Response answer =
                as("nurse").get("/internal/v1/patients/" + UUID.randomUUID() + "/buckets?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("INVALID_PARAMETER");
    }
}
