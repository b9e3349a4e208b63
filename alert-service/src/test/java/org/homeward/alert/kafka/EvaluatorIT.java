package org.homeward.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.PlanThreshold;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The evaluator on a real broker: what a changed plan does, and what a SIGKILL costs.
@SuppressWarnings("NullAway.Init") // JUnit connects first.
class EvaluatorIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static String bootstrap = "";
    private static KafkaProducer<byte[], byte[]> producer;
    private static KafkaConsumer<byte[], byte[]> consumer;
    private static final List<ConsumerRecord<byte[], byte[]>> SEEN = new ArrayList<>();

    private final String application = "it-" + UUID.randomUUID();
    private Process evaluator;

    @BeforeAll
    static void connect() {
        RealStack stack = new RealStack();
        stack.init(Map.of("schema", "alert"));
        bootstrap = String.valueOf(stack.start().get("kafka.bootstrap.servers"));
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "isolation.level",
                                "read_committed",
                                "fetch.max.wait.ms",
                                "5"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(
                consumer.partitionsFor(Topics.ALERTS).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    @AfterAll
    static void disconnect() {
        producer.close();
        consumer.close();
    }

    @AfterEach
    void stop() {
        kill();
    }

    @Test
    void aKillBetweenTwoConfirmingSamplesKeepsTheCount() throws Exception {
        start();
        UUID patient = UUID.randomUUID();
        UUID onset = reading(patient, "91", Instant.now());
        handled();
        kill();
        reading(patient, "91", Instant.now());
        start();
        AlertRaised alert = raised(patient);
        assertThat(Uuids.fromBytes(alert.getOnsetId())).isEqualTo(onset);
        assertThat(count(patient)).isEqualTo(1);
    }

    @Test
    void aKillKeepsTheDeadline() throws Exception {
        start();
        handled();
        UUID patient = UUID.randomUUID();
        UUID onset = reading(patient, "91", Instant.now().minus(Duration.ofSeconds(880)));
        handled();
        kill();
        assertThat(count(patient)).isZero();
        start();
        AlertRaised alert = raised(patient);
        assertThat(Uuids.fromBytes(alert.getOnsetId())).isEqualTo(onset);
    }

    @Test
    void aChangedPlanReachesTheEvaluator() throws Exception {
        start();
        UUID patient = UUID.randomUUID();
        reading(patient, "93", Instant.now());
        handled();
        assertThat(count(patient)).isZero();
        plan(patient, 2, "95");
        // The two topics have no order between them: a reading may still meet the plan before.
        await().atMost(SOON)
                .until(
                        () -> {
                            reading(patient, "93", Instant.now());
                            return count(patient) > 0;
                        });
        AlertRaised alert = raised(patient);
        assertThat(alert.getRuleId()).isEqualTo("plan/spo2/low");
        assertThat(alert.getRuleVersion()).isEqualTo("2");
    }

    @Test
    void whatAStartReadsIsCompactedInSmallSegments() throws Exception {
        start();
        handled();
        ConfigResource changelog =
                new ConfigResource(ConfigResource.Type.TOPIC, application + "-ward-changelog");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Config config =
                    Objects.requireNonNull(
                            admin.describeConfigs(List.of(changelog)).all().get().get(changelog));
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(Integer.parseInt(config.get("segment.bytes").value()))
                    .isLessThanOrEqualTo(4 * 1024 * 1024);
        }
    }

    private static UUID reading(UUID patient, String value, Instant received) {
        return send(new Spo2(patient, value, received));
    }

    private static UUID send(Spo2 reading) {
        var _ = producer.send(reading.record());
        return reading.id();
    }

    /// One threshold, confirmed by one sample, from now on.
    private static void plan(UUID patient, int version, String low) {
        Instant now = Instant.now();
        MonitoringPlanPublished event =
                MonitoringPlanPublished.newBuilder()
                        .setPatientId(Uuids.toBytes(patient))
                        .setVersion(version)
                        .setPublishedAt(Decimals.toWire(now))
                        .setTimeZone("Europe/Paris")
                        .addThresholds(
                                PlanThreshold.newBuilder()
                                        .setId("spo2")
                                        .setCode(Spo2.CODE)
                                        .setLow(Decimals.toWire(new BigDecimal(low)))
                                        .setConfirmN(1)
                                        .setConfirmOf(1)
                                        .setPlanVersion(version))
                        .build();
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                Topics.MONITORING_PLANS,
                                null,
                                now.toEpochMilli(),
                                Uuids.toKey(patient),
                                event.toByteArray(),
                                EventType.MONITORING_PLAN_PUBLISHED.headers(
                                        UUID.randomUUID(), "/test", now)));
    }

    /// Waits until the evaluator has handled and committed what was sent before: a marker of
    /// another patient has come out of each partition as an alert.
    private static void handled() {
        int partitions = producer.partitionsFor(Topics.READINGS).size();
        for (int partition = 0; partition < partitions; partition++) {
            UUID marker = UUID.randomUUID();
            send(new Spo2(UUID.randomUUID(), marker, "84", Instant.now(), partition));
            raised(marker);
        }
    }

    private static AlertRaised raised(UUID patient) {
        await().atMost(SOON).until(() -> count(patient) > 0);
        return SEEN.stream()
                .filter(r -> patient(r).equals(patient))
                .map(EvaluatorIT::parsed)
                .findFirst()
                .orElseThrow();
    }

    private static long count(UUID patient) {
        consumer.poll(Duration.ofMillis(50)).forEach(SEEN::add);
        return SEEN.stream().filter(r -> patient(r).equals(patient)).count();
    }

    private static UUID patient(ConsumerRecord<byte[], byte[]> record) {
        return UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII));
    }

    private static AlertRaised parsed(ConsumerRecord<byte[], byte[]> record) {
        try {
            return AlertRaised.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start() throws IOException {
        File log = Path.of("target", "evaluator-process.log").toFile();
        evaluator =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EvaluatorProcess.class.getName(),
                                bootstrap,
                                application)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start();
    }

    private void kill() {
        if (evaluator != null) {
            evaluator.destroyForcibly();
            await().atMost(SOON).until(() -> !evaluator.isAlive());
        }
    }
}
