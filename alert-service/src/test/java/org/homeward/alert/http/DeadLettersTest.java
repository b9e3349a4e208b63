package org.homeward.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.alert.http.Ward.ALERTS;
import static org.homeward.alert.http.Ward.nurse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.kit.test.RealStack;
import org.homeward.kit.test.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records that can never be handled lie on `dead-letters`, each with its reason, and the list of
/// alerts goes on.
@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "alert"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class DeadLettersTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final UUID patient = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {Topics.READINGS, Topics.MONITORING_PLANS, Topics.ALERTS})
    void whatCannotBeReadIsSetAsideWithItsReason(String topic) {
        EventType type = type(topic);
        byte[] key = Uuids.toKey(patient);
        byte[] garbage = ("\7" + patient).getBytes(StandardCharsets.UTF_8);
        Topic.put(new ProducerRecord<>(topic, key, garbage));
        put(type, topic, key, garbage);
        put(type, topic, key, new byte[0]);
        awaitReasons(topic, key, "UNKNOWN_EVENT", "UNREADABLE", "KEY_IS_NOT_THE_PATIENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.READINGS, Topics.ALERTS})
    void aRecordWithoutKeyIsSetAside(String topic) {
        byte[] value = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        put(type(topic), topic, null, value);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(Topic.all(Topics.DEAD_LETTERS))
                                        .filteredOn(r -> Arrays.equals(r.value(), value))
                                        .extracting(r -> header(r, "error-class"))
                                        .containsExactly("NO_KEY"));
    }

    private static EventType type(String topic) {
        return switch (topic) {
            case Topics.READINGS -> EventType.READING_RECORDED;
            case Topics.MONITORING_PLANS -> EventType.MONITORING_PLAN_PUBLISHED;
            default -> EventType.ALERT_RAISED;
        };
    }

    @Test
    void aRecordWithoutValueIsSetAside() {
        byte[] key = Uuids.toKey(patient);
        put(EventType.READING_RECORDED, Topics.READINGS, key, null);
        awaitReasons(Topics.READINGS, key, "NO_VALUE");
        put(EventType.ALERT_RAISED, Topics.ALERTS, key, null);
        awaitReasons(Topics.ALERTS, key, "NO_VALUE");
    }

    @Test
    void anotherPatientsPlanIsSetAside() {
        byte[] key = Uuids.toKey(patient);
        byte[] other =
                MonitoringPlanPublished.newBuilder()
                        .setPatientId(Uuids.toBytes(UUID.randomUUID()))
                        .build()
                        .toByteArray();
        put(EventType.MONITORING_PLAN_PUBLISHED, Topics.MONITORING_PLANS, key, other);
        awaitReasons(Topics.MONITORING_PLANS, key, "KEY_IS_NOT_THE_PATIENT");
    }

    @Test
    void anAlertThatTheDatabaseNeverTakesIsSetAsideAloneAndTheListGoesOn() {
        UUID first = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        put(raised(first));
        put(raised(UUID.randomUUID()).setPriorityValue(77));
        put(raised(UUID.randomUUID()).setCode("a\0b"));
        AlertRaised.Builder never = raised(UUID.randomUUID());
        never.getRaisedAtBuilder().setSeconds(Instant.MAX.getEpochSecond());
        put(never);
        put(raised(last));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(listed())
                                        .containsExactlyInAnyOrder(
                                                first.toString(), last.toString()));
        awaitReasons(
                Topics.ALERTS,
                Uuids.toKey(patient),
                "STORE_REFUSED",
                "STORE_REFUSED",
                "INTERNAL_FAULT");
    }

    private AlertRaised.Builder raised(UUID id) {
        Instant now = Instant.now();
        return AlertRaised.newBuilder()
                .setAlertId(Uuids.toBytes(id))
                .setEpisodeId(Uuids.toBytes(id))
                .setPatientId(Uuids.toBytes(patient))
                .setRuleId("r")
                .setRuleVersion("1")
                .setCode(Ward.SPO2)
                .setDirection("low")
                .setPriority(AlertPriority.ALERT_PRIORITY_HIGH)
                .setRaisedAt(Decimals.toWire(now))
                .setEvidenceJson("{}");
    }

    private void put(AlertRaised.Builder event) {
        Topic.put(EventType.ALERT_RAISED, patient, event.build().toByteArray());
    }

    private static void put(
            EventType type, String topic, byte @Nullable [] key, byte @Nullable [] value) {
        Topic.put(
                new ProducerRecord<>(
                        topic,
                        null,
                        Instant.now().toEpochMilli(),
                        key,
                        value,
                        type.headers(UUID.randomUUID(), "/test", Instant.now())));
    }

    private List<String> listed() {
        return nurse().body(Ward.search(patient, "open"))
                .post(ALERTS + "/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private void awaitReasons(String topic, byte[] key, String... reasons) {
        UUID id = UUID.fromString(new String(key, StandardCharsets.US_ASCII));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(Topic.of(Topics.DEAD_LETTERS, id))
                                        .filteredOn(r -> topic.equals(header(r, "topic")))
                                        .extracting(r -> header(r, "error-class"))
                                        .containsExactly(reasons));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = Objects.requireNonNull(record.headers().lastHeader(name));
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
