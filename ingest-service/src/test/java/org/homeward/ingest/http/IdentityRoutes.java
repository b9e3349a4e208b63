package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import com.google.protobuf.InvalidProtocolBufferException;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.homeward.events.Topics;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.events.v1.Validity;
import org.homeward.ingest.Given;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;

/// "Is this the patient?", asked and answered; [InternalApiIT] runs it.
interface IdentityRoutes {
    Instant WEIGHED = Given.now();

    @Test
    default void aWeightThatMayBeSomebodyElsesWaitsForAnAnswer()
            throws InvalidProtocolBufferException {
        Given.Worn device = Given.worn();
        stored(device, weight("64.2", WEIGHED.minus(Duration.ofHours(24))));
        String path = stored(device, weight("79.2", WEIGHED));
        assertThat(as("nurse").get(path).asString())
                .contains("\"validity\":\"questioned\"", "IS_THIS_THE_PATIENT");
        assertThat(Given.told(device.patient()))
                .containsExactly(DeviceEventKind.DEVICE_EVENT_KIND_IS_THIS_THE_PATIENT);

        assertThat(as("nurse").body("{}").post(path + "/identity").statusCode()).isEqualTo(422);
        Response answer = as("patient").body("{\"isPatient\":true}").post(path + "/identity");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString())
                .contains("\"version\":2", "\"validity\":\"valid\"", "IDENTITY_CONFIRMED")
                .doesNotContain("IS_THIS_THE_PATIENT");
        Response second = as("nurse").body("{\"isPatient\":false}").post(path + "/identity");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.asString()).contains("NO_QUESTION", "person-1");
        await().atMost(Duration.ofSeconds(20)).until(() -> told(device) == 3);
        ReadingRecorded event =
                ReadingRecorded.parseFrom(
                        Topic.of(Topics.READINGS, device.patient()).getLast().value());
        assertThat(event.getValidity()).isEqualTo(Validity.VALIDITY_VALID);
        assertThat(event.getVersion()).isEqualTo(2);
    }

    @Test
    default void somebodyElsesWeightIsVoidedForThisPatientAndComparedWithNothing()
            throws InvalidProtocolBufferException {
        Given.Worn device = Given.worn();
        stored(device, weight("64.2", WEIGHED.minus(Duration.ofHours(24))));
        String path = stored(device, weight("79.2", WEIGHED));
        Response answer = as("nurse").body("{\"isPatient\":false}").post(path + "/identity");
        assertThat(answer.asString()).contains("NOT_THIS_PATIENT", "\"validity\":\"invalid\"");
        assertThat(as("nurse").get(path.replaceFirst("/[^/]*$", "")).asString())
                .contains("64.2")
                .doesNotContain("79.2");
        await().atMost(Duration.ofSeconds(20)).until(() -> told(device) == 3);
        ReadingVoided event =
                ReadingVoided.parseFrom(
                        Topic.of(Topics.READINGS, device.patient()).getLast().value());
        assertThat(event.getReason()).isEqualTo("not-this-patient");
        String next = stored(device, weight("64.1", WEIGHED.plusSeconds(60)));
        assertThat(as("nurse").get(next).asString()).contains("\"validity\":\"valid\"");
    }

    private static int told(Given.Worn device) {
        return Topic.of(Topics.READINGS, device.patient()).size();
    }

    private static String weight(String kg, Instant at) {
        return "{\"readings\":[{\"code\":\"29463-7\",\"value\":%s,\"unit\":\"kg\",\"takenAt\":\"%s\"}]}"
                .formatted(kg, at);
    }

    private static String stored(Given.Worn device, String body) {
        String id = Given.post(device, body).jsonPath().getString("accepted[0].id");
        String path = "/internal/v1/patients/" + device.patient() + "/readings/" + id;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("nurse").get(path).statusCode() == 200);
        return path;
    }
}
