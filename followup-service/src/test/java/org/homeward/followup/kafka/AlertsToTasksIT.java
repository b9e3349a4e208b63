package org.homeward.followup.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.homeward.followup.http.Ward.nurse;
import static org.homeward.followup.http.Ward.path;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.TaskChanged;
import org.homeward.events.v1.TaskCompleted;
import org.homeward.events.v1.TaskOpened;
import org.homeward.followup.http.Ward;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "followup"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class AlertsToTasksIT {
    private static final Duration GENEROUS = Duration.ofSeconds(30);

    @Inject MeterRegistry meters;

    private final UUID alert = UUID.randomUUID();
    private Log log;
    private UUID patient;

    @BeforeEach
    void open() {
        String bootstrap =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        log = new Log(bootstrap, Topics.FOLLOW_UPS, Topics.DEAD_LETTERS);
        patient = Ward.register("Noël");
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void raise(UUID id, AlertPriority priority) {
        log.alert(EventType.ALERT_RAISED, patient, Alerts.raised(id, alert, patient, priority));
    }

    private UUID task() {
        UUID task = Uuids.v5(alert, "review-alert");
        await().atMost(GENEROUS)
                .until(() -> nurse().get("/internal/v1/tasks/" + task).statusCode() == 200);
        return task;
    }

    @Test
    void anAlertDeliveredThriceIsOneTaskAndOneEvent() {
        for (int i = 0; i < 3; i++) {
            raise(alert, AlertPriority.ALERT_PRIORITY_HIGH);
        }
        UUID task = task();
        log.alert(
                EventType.ALERT_ACKNOWLEDGED,
                patient,
                Alerts.acknowledged(alert, patient, Ward.NURSE));
        await().atMost(GENEROUS)
                .until(() -> !log.of(patient, EventType.TASK_CHANGED, TaskChanged.class).isEmpty());
        assertThat(log.of(patient, EventType.TASK_OPENED, TaskOpened.class)).hasSize(1);
        nurse().body("{\"alertId\":\"" + alert + "\"}")
                .post("/internal/v1/tasks/search")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(task.toString()))
                .body("items[0].assignee", equalTo(Ward.NURSE))
                .body("items[0].teamId", equalTo(Ward.TEAM_A))
                .body("items[0].title.fr", equalTo("Examiner l'alerte"));
    }

    @Test
    void aLaterAlertOfTheEpisodeJoinsTheTaskAndThePlansActivity() {
        UUID second = UUID.randomUUID();
        raise(alert, AlertPriority.ALERT_PRIORITY_HIGH);
        raise(second, AlertPriority.ALERT_PRIORITY_CRITICAL);
        UUID task = task();
        await().atMost(GENEROUS)
                .untilAsserted(
                        () ->
                                nurse().get("/internal/v1/tasks/" + task)
                                        .then()
                                        .body("priority", equalTo("critical"))
                                        .body("alertIds", hasSize(2)));
        nurse().get(path(patient, "/care-plan"))
                .then()
                .header("ETag", "\"1\"")
                .body("activities[0].taskId", equalTo(task.toString()))
                .body("activities[0].status", equalTo("scheduled"));
    }

    @Test
    void theEndOfTheEpisodeClosesItsTask() {
        raise(alert, AlertPriority.ALERT_PRIORITY_HIGH);
        UUID task = task();
        log.alert(
                EventType.ALERT_CLEARED,
                patient,
                Alerts.cleared(alert, alert, patient, "recovered"));
        await().atMost(GENEROUS)
                .until(
                        () ->
                                !log.of(patient, EventType.TASK_COMPLETED, TaskCompleted.class)
                                        .isEmpty());
        nurse().get("/internal/v1/tasks/" + task)
                .then()
                .body("status", equalTo("cancelled"))
                .body("outcome", equalTo("recovered"));
    }

    @Test
    void whoComesSecondLearnsWhoWasFirstAndWhen() {
        raise(alert, AlertPriority.ALERT_PRIORITY_HIGH);
        String task = "/internal/v1/tasks/" + task();
        nurse().post(task + "/claim").then().statusCode(200);
        nurse().post(task + "/claim").then().statusCode(200);
        Ward.physician()
                .post(task + "/claim")
                .then()
                .statusCode(409)
                .body("by", equalTo(Ward.NURSE));
        nurse().body("{\"outcome\":\"treated\",\"note\":\"<b>called</b>\"}")
                .post(task + "/complete")
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("note", equalTo("<b>called</b>"));
        Ward.physician()
                .body("{}")
                .post(task + "/complete")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_COMPLETED"))
                .body("by", equalTo(Ward.NURSE));
        nurse().get(path(patient, "/timeline"))
                .then()
                .body("items[0].kind", equalTo("task-completed"));
    }

    @Test
    void theOpenTasksOfAGpWhoseShareEndsGoBackToTheTeam() {
        raise(alert, AlertPriority.ALERT_PRIORITY_HIGH);
        String task = "/internal/v1/tasks/" + task();
        String share =
                nurse().body("{\"practitionerId\":\"" + Ward.GP + "\"}")
                        .post(path(patient, "/shares"))
                        .path("id");
        Ward.as("gp", Ward.GP)
                .post(task + "/claim")
                .then()
                .statusCode(200)
                .body("assignee", equalTo(Ward.GP));
        nurse().delete(path(patient, "/shares/" + share)).then().statusCode(204);
        nurse().get(task)
                .then()
                .body("status", equalTo("open"))
                .body("assignee", equalTo((String) null));
    }

    @Test
    void unreadableBytesAnUnknownNameAndAMissingKeyGoToTheDeadLettersAndTheRestMovesOn() {
        UUID odd = UUID.randomUUID();
        double before = counted("UNREADABLE");
        log.alert(EventType.ALERT_RAISED, odd, Alerts.acknowledged(alert, patient, "x"));
        log.send(new ProducerRecord<>(Topics.ALERTS, Uuids.toKey(odd), new byte[] {1, 2, 3}));
        AlertRaised.Builder never =
                Alerts.raised(alert, alert, odd, AlertPriority.ALERT_PRIORITY_LOW).toBuilder();
        never.getRaisedAtBuilder().setSeconds(Long.MAX_VALUE);
        log.alert(EventType.ALERT_RAISED, odd, never.build());
        ProducerRecord<byte[], byte[]> keyless =
                new ProducerRecord<>(Topics.ALERTS, 0, null, new byte[] {1});
        log.send(keyless);
        raise(alert, AlertPriority.ALERT_PRIORITY_HIGH);
        task();
        await().atMost(GENEROUS)
                .untilAsserted(
                        () ->
                                assertThat(log.setAside(odd))
                                        .containsExactly(
                                                "alerts UNREADABLE",
                                                "alerts UNKNOWN_EVENT",
                                                "alerts UNREADABLE"));
        await().atMost(GENEROUS).until(() -> counted("UNREADABLE") == before + 2);
    }

    @Test
    void whatTheStoreNeverTakesIsSetAsideAloneAndTheRestMovesOn() {
        double before = counted("STORE_REFUSED");
        raise(alert, AlertPriority.ALERT_PRIORITY_HIGH);
        UUID task = task();
        log.alert(
                EventType.ALERT_ACKNOWLEDGED, patient, Alerts.acknowledged(alert, patient, "a\0b"));
        log.alert(
                EventType.ALERT_ACKNOWLEDGED,
                patient,
                Alerts.acknowledged(alert, patient, Ward.NURSE));
        await().atMost(GENEROUS)
                .untilAsserted(
                        () ->
                                nurse().get("/internal/v1/tasks/" + task)
                                        .then()
                                        .body("assignee", equalTo(Ward.NURSE)));
        await().atMost(GENEROUS)
                .untilAsserted(
                        () ->
                                assertThat(log.setAside(patient))
                                        .containsExactly("alerts STORE_REFUSED"));
        await().atMost(GENEROUS).until(() -> counted("STORE_REFUSED") == before + 1);
    }

    private double counted(String reason) {
        return meters.counter("homeward.set.aside", "topic", "alerts", "reason", reason).count();
    }

    @Test
    void tasksArePagedByDueTime() {
        UUID other = UUID.randomUUID();
        raise(alert, AlertPriority.ALERT_PRIORITY_LOW);
        log.alert(
                EventType.ALERT_RAISED,
                patient,
                Alerts.raised(other, other, patient, AlertPriority.ALERT_PRIORITY_CRITICAL));
        UUID low = task();
        UUID critical = Uuids.v5(other, "review-alert");
        await().atMost(GENEROUS)
                .until(() -> nurse().get("/internal/v1/tasks/" + critical).statusCode() == 200);
        String ask = "{\"patientIds\":[\"" + patient + "\"],\"status\":\"open\",\"limit\":1";
        String next =
                nurse().body(ask + "}")
                        .post("/internal/v1/tasks/search")
                        .then()
                        .body("items.id", equalTo(List.of(critical.toString())))
                        .extract()
                        .path("next");
        nurse().body(ask + ",\"cursor\":\"" + next + "\"}")
                .post("/internal/v1/tasks/search")
                .then()
                .body("items.id", equalTo(List.of(low.toString())));
    }
}
