package org.homeward.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.TimeQuality;
import org.homeward.events.v1.Validity;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The evaluator on a real broker: how fast, and what a SIGKILL costs.
@SuppressWarnings("NullAway.Init") // JUnit connects first.
class EvaluatorIT {
    private static final String SPO2 = "59408-5";
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
                consumer.partitionsFor("alerts").stream()
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
    void aReadingIsAnAlertInAFractionOfASecond() throws Exception {
        start();
        reading(UUID.randomUUID(), "84", Instant.now());
        handled();
        load(1_000);
        long[] millis = load(3_000);
        System.out.printf(
                "reading to alert at 300/s: p50 %d ms, p99 %d ms%n",
                millis[millis.length / 2], millis[(int) (millis.length * 0.99)]);
        assertThat(millis[millis.length / 2]).isLessThan(1_000);
    }

    /// Readings at 300 a second, each raising an alert; the sorted times to the alert.
    private static long[] load(int readings) {
        Map<UUID, Long> sent = new HashMap<>();
        List<Long> millis = new ArrayList<>();
        long start = System.nanoTime();
        int next = 0;
        while (millis.size() < readings && System.nanoTime() - start < 120_000_000_000L) {
            while (next < readings && System.nanoTime() - start >= next * 3_333_333L) {
                UUID patient = UUID.randomUUID();
                sent.put(patient, System.nanoTime());
                reading(patient, "84", Instant.now());
                next++;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(1))) {
                Long at = sent.remove(patient(record));
                if (at != null) {
                    millis.add((System.nanoTime() - at) / 1_000_000);
                }
            }
        }
        assertThat(millis).hasSize(readings);
        return millis.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static UUID reading(UUID patient, String value, Instant received) {
        UUID id = UUID.randomUUID();
        ReadingRecorded event =
                ReadingRecorded.newBuilder()
                        .setReadingId(Uuids.toBytes(id))
                        .setPatientId(Uuids.toBytes(patient))
                        .setVersion(1)
                        .setCode(SPO2)
                        .setValue(
                                Quantity.newBuilder()
                                        .setValue(Decimals.toWire(new BigDecimal(value)))
                                        .setUnit("%"))
                        .setMeasuredAt(Decimals.toWire(received))
                        .setReceivedAt(Decimals.toWire(received))
                        .setTimeQuality(TimeQuality.TIME_QUALITY_EXACT)
                        .setValidity(Validity.VALIDITY_VALID)
                        .build();
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                "readings",
                                null,
                                received.toEpochMilli(),
                                Uuids.toKey(patient),
                                event.toByteArray(),
                                EventType.READING_RECORDED.headers(id, "/test", received)));
        return id;
    }

    /// Waits until the evaluator has handled and committed what was sent before: markers of other
    /// patients, one for each partition, have come out as alerts.
    private static void handled() {
        producer.flush();
        for (int i = 0; i < 6; i++) {
            UUID marker = UUID.randomUUID();
            reading(marker, "84", Instant.now());
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
        return UUID.fromString(
                new String(record.key(), java.nio.charset.StandardCharsets.US_ASCII));
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
