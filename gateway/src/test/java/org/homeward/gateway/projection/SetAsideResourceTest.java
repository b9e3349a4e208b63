package org.homeward.gateway.projection;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.events.EventType;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.CareRelation;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.TaskOpened;
import org.homeward.events.v1.TeamChanged;
import org.homeward.gateway.Events;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A record that can never be applied goes to the dead letters with its reason, and the records of
/// its partition that come after it are applied.
@QuarkusTest
class SetAsideResourceTest implements RealGateway {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LED =
            "select 1 from patient_row where patient_id = $1 and lead_team_id is not null";
    private static final String READ =
            "select 1 from patient_row where patient_id = $1 and last_reading_at is not null";
    private static final Timestamp NEVER =
            Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
    private static final Timestamp YEAR_300000 =
            Timestamp.newBuilder().setSeconds(9_404_949_196_800L).build();

    private final String entity = UUID.randomUUID().toString();

    @Inject Pool pool;
    @Inject MeterRegistry meters;

    @BeforeEach
    void settle() {
        RealGateway.settle();
    }

    private static AlertRaised.Builder alert() {
        return AlertRaised.newBuilder()
                .setAlertId(Ward.bytes(UUID.randomUUID().toString()))
                .setPriority(AlertPriority.ALERT_PRIORITY_HIGH)
                .setStatus(AlertStatus.ALERT_STATUS_OPEN);
    }

    private static TaskOpened.Builder task() {
        return TaskOpened.newBuilder().setTaskId(Ward.bytes(UUID.randomUUID().toString()));
    }

    private static Message twiceTheSameTie() {
        CareRelation tie = Ward.tie("share", "05");
        return Ward.careTeam(UUID.randomUUID().toString(), Ward.TEAM_A)
                .addRelations(tie)
                .addRelations(tie)
                .build();
    }

    static Stream<Arguments> never() {
        return Stream.of(
                Arguments.of(
                        EventType.ALERT_RAISED,
                        alert().putSentences("en", "a\0b").build(),
                        "TEXT_HOLDS_NUL"),
                Arguments.of(
                        EventType.ALERT_RAISED,
                        alert().setRaisedAt(NEVER).build(),
                        "TIME_OUT_OF_RANGE"),
                Arguments.of(
                        EventType.ALERT_RAISED,
                        alert().setRaisedAt(YEAR_300000).build(),
                        "TIME_OUT_OF_RANGE"),
                Arguments.of(EventType.TASK_OPENED, task().setKind("\0").build(), "TEXT_HOLDS_NUL"),
                Arguments.of(
                        EventType.TASK_OPENED, task().setDueAt(NEVER).build(), "TIME_OUT_OF_RANGE"),
                Arguments.of(
                        EventType.READING_RECORDED,
                        ReadingRecorded.newBuilder().setMeasuredAt(YEAR_300000).build(),
                        "TIME_OUT_OF_RANGE"),
                Arguments.of(EventType.CARE_TEAM_CHANGED, twiceTheSameTie(), "STORE_REFUSED"),
                Arguments.of(
                        EventType.TEAM_CHANGED,
                        TeamChanged.newBuilder().setVersion(1).setName("\0").build(),
                        "TEXT_HOLDS_NUL"));
    }

    @ParameterizedTest
    @MethodSource("never")
    void whatCanNeverBeAppliedIsSetAsideAndTheNextIsApplied(
            EventType type, Message event, String reason) {
        double before = counted(type.topic(), reason);
        Ward.send(type, entity, event);
        next(type.topic());
        isSetAside(type.topic(), entity, reason);
        await().atMost(SOON).until(() -> counted(type.topic(), reason) == before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "follow-ups", "readings", "care-teams", "teams"})
    void whatCannotBeReadIsSetAsideAndTheNextIsApplied(String topic) {
        byte[] key = entity.getBytes(StandardCharsets.US_ASCII);
        byte[] garbage = {1, 2, 3};
        EventType type =
                Stream.of(EventType.values())
                        .filter(t -> t.topic().equals(topic))
                        .findFirst()
                        .orElseThrow();
        Ward.send(new ProducerRecord<>(topic, null, key, garbage));
        Ward.send(
                new ProducerRecord<>(
                        topic,
                        null,
                        key,
                        garbage,
                        type.headers(UUID.randomUUID(), "/homeward/test", Instant.now())));
        next(topic);
        isSetAside(topic, entity, "UNKNOWN_EVENT");
        isSetAside(topic, entity, "UNREADABLE");
    }

    /// Of a batch, those before it and after it. Sent by one producer, they arrive together.
    @Test
    void whatComesWithItIsApplied() {
        List<String> good = Stream.generate(() -> UUID.randomUUID().toString()).limit(8).toList();
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (String patient : good) {
            batch.add(Ward.record(EventType.CARE_TEAM_CHANGED, patient, careTeam(patient)));
            batch.add(Ward.record(EventType.CARE_TEAM_CHANGED, entity, twiceTheSameTie()));
        }
        Ward.send(batch);
        good.forEach(patient -> isThere(LED, patient));
        isSetAside("care-teams", entity, "STORE_REFUSED");
    }

    /// Sends a good record behind the bad one and waits until it is applied.
    private void next(String topic) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        switch (topic) {
            case "alerts" -> Events.raised(entity, id, AlertPriority.ALERT_PRIORITY_LOW, now);
            case "follow-ups" -> Events.taskOpened(entity, id, now);
            case "readings" -> Events.reading(entity, id, now);
            case "care-teams" -> Ward.send(EventType.CARE_TEAM_CHANGED, entity, careTeam(entity));
            default ->
                    Ward.send(
                            EventType.TEAM_CHANGED,
                            entity,
                            TeamChanged.newBuilder().setVersion(2).setName("Team").build());
        }
        switch (topic) {
            case "alerts" -> isThere("select 1 from open_alert where alert_id = $1", id);
            case "follow-ups" -> isThere("select 1 from open_task where task_id = $1", id);
            case "readings" -> isThere(READ, entity);
            case "care-teams" -> isThere(LED, entity);
            default -> isThere("select 1 from team where team_id = $1", entity);
        }
    }

    private static Message careTeam(String patient) {
        return Ward.careTeam(patient, Ward.TEAM_B).build();
    }

    private void isThere(String query, String id) {
        await().atMost(SOON)
                .until(
                        () ->
                                pool.preparedQuery(query)
                                                .execute(Tuple.of(UUID.fromString(id)))
                                                .await()
                                                .indefinitely()
                                                .rowCount()
                                        == 1);
    }

    private static void isSetAside(String topic, String key, String reason) {
        String letter = topic + " " + key + " " + reason;
        await().atMost(SOON).until(() -> DeadLetterLog.read().contains(letter));
    }

    private double counted(String topic, String reason) {
        return meters.counter("homeward.set.aside", "topic", topic, "reason", reason).count();
    }
}
