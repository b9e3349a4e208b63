package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;
import static org.homeward.ingest.http.Gateway.person;

import com.google.protobuf.InvalidProtocolBufferException;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.ReadingChange;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.Given;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;

/// What a critical alert stands on is changed by two people; [InternalApiIT] runs it.
interface SecondLookRoutes {
    @Test
    default void evidenceOfACriticalAlertIsVoidedByTwoPeopleOneOfThemAPhysician()
            throws InvalidProtocolBufferException {
        Given.Worn device = Given.worn();
        String path = critical(device, AlertPriority.ALERT_PRIORITY_CRITICAL);
        Response asked = person("anne", "nurse").body("{\"note\":\"mine\"}").post(path + "/void");
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
        assertThat(asked.asString()).contains("pending-second-look", "\"wanted\":\"void\"", "anne");
        assertThat(as("nurse").get(path).asString()).contains("\"version\":1", "\"valid\"");
        assertThat(person("bob", "nurse").body("{}").post(path + "/void").asString())
                .contains("SECOND_LOOK_PENDING", "anne");
        assertThat(pending(path)).isEqualTo(1);

        String look = path + "/second-looks/" + asked.jsonPath().getString("id");
        assertThat(person("anne", "physician").body("{}").post(look + "/confirm").asString())
                .contains("SECOND_PERSON_NEEDED");
        assertThat(person("bob", "nurse").body("{}").post(look + "/confirm").asString())
                .contains("PHYSICIAN_NEEDED");
        Response done = person("paul", "physician").body("{}").post(look + "/confirm");
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(done.asString()).contains("\"version\":2", "ENTERED_IN_ERROR");
        assertThat(person("rose", "physician").body("{}").post(look + "/confirm").asString())
                .contains("ALREADY_DECIDED", "paul");
        assertThat(pending(path)).isZero();
        assertThat(as("nurse").get(path + "/versions").asString())
                .contains("\"replacedBy\":\"anne\"", "\"confirmedBy\":\"paul\"");
        ReadingChange told = told(device);
        assertThat(told.getConfirmedBy()).isEqualTo("paul");
        assertThat(told.getCriticalAlertIdsList()).containsExactly(Uuids.toBytes(alert(device)));
    }

    @Test
    default void whoAsksAgainGetsTheLookThatWaits() {
        String path = critical(Given.worn(), AlertPriority.ALERT_PRIORITY_CRITICAL);
        String mine = "{\"note\":\"mine\"}";
        Response asked = person("anne", "nurse").body(mine).post(path + "/void");
        Response again = person("anne", "nurse").body(mine).post(path + "/void");
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(asked.asString());
        assertThat(person("anne", "nurse").body("{}").post(path + "/void").statusCode())
                .isEqualTo(409);
        assertThat(pending(path)).isEqualTo(1);
    }

    private static int pending(String path) {
        String list = path.replaceFirst("/readings/.*", "/second-looks");
        return as("nurse").get(list).jsonPath().getList("items").size();
    }

    private static ReadingChange told(Given.Worn device) throws InvalidProtocolBufferException {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Topic.of(Topics.READINGS, device.patient()).size() == 2);
        byte[] last = Topic.of(Topics.READINGS, device.patient()).getLast().value();
        return ReadingVoided.parseFrom(last).getChange();
    }

    @Test
    default void aDeclinedCorrectionLeavesTheReadingAndAnotherMayBeAskedFor() {
        Given.Worn device = Given.worn();
        String path = critical(device, AlertPriority.ALERT_PRIORITY_CRITICAL);
        String wanted = "{\"value\":71.50,\"unit\":\"/min\",\"note\":\"typo\"}";
        Response asked = person("paul", "physician").body(wanted).post(path + "/correct");
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
        assertThat(asked.asString()).contains("71.50", "\"wanted\":\"correct\"");
        assertThat(person("paul", "physician").body(wanted).post(path + "/correct").asString())
                .isEqualTo(asked.asString());
        String look = path + "/second-looks/" + asked.jsonPath().getString("id");
        String elsewhere = look.replace(device.patient().toString(), UUID.randomUUID().toString());
        assertThat(person("bob", "nurse").body("{}").post(elsewhere + "/decline").statusCode())
                .isEqualTo(404);
        assertThat(person("bob", "nurse").body("{}").post(look + "/decline").asString())
                .contains("declined", "bob");
        assertThat(as("nurse").get(path).asString()).contains("\"version\":1");

        Response again = person("paul", "physician").body(wanted).post(path + "/correct");
        assertThat(again.statusCode()).isEqualTo(202);
        look = path + "/second-looks/" + again.jsonPath().getString("id");
        Response done = person("bob", "nurse").body("{}").post(look + "/confirm");
        assertThat(done.asString()).contains("\"value\":71.50", "CORRECTED");
    }

    @Test
    default void evidenceOfALesserAlertIsVoidedByOnePerson() {
        String path = critical(Given.worn(), AlertPriority.ALERT_PRIORITY_HIGH);
        assertThat(as("nurse").body("{}").post(path + "/void").statusCode()).isEqualTo(200);
    }

    private static UUID alert(Given.Worn device) {
        return Uuids.v5(device.patient(), "alert");
    }

    private static String critical(Given.Worn device, AlertPriority priority) {
        String body = Given.pulse("171.0", Given.now());
        String id = Given.post(device, body).jsonPath().getString("accepted[0].id");
        String path = "/internal/v1/patients/" + device.patient() + "/readings/" + id;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("nurse").get(path).statusCode() == 200);
        AlertRaised raised =
                AlertRaised.newBuilder()
                        .setAlertId(Uuids.toBytes(alert(device)))
                        .setEpisodeId(Uuids.toBytes(alert(device)))
                        .setPatientId(Uuids.toBytes(device.patient()))
                        .setPriority(priority)
                        .setEvidenceJson("{\"readings\":[{\"id\":\"" + id + "\"}]}")
                        .build();
        Topic.put(EventType.ALERT_RAISED, device.patient(), raised.toByteArray());
        return path;
    }
}
