package org.homeward.alert.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertActionKind;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.PlanThreshold;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingComponent;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.events.v1.TimeQuality;
import org.homeward.events.v1.Validity;

/// The topology in a test driver, with a clock that only the test moves.
final class TestWard implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    static final UUID PATIENT = UUID.fromString("00000000-0000-4000-8000-0000000000f1");
    static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-0000000000f2");
    static final UUID DEVICE = UUID.fromString("00000000-0000-4000-8000-0000000000d1");
    private static final UUID OTHER_DEVICE =
            UUID.fromString("00000000-0000-4000-8000-0000000000d2");
    static final String SPO2 = "59408-5";
    static final String PULSE = "8867-4";

    final TopologyTestDriver driver;
    final List<Message> alerts = new ArrayList<>();
    private final TestOutputTopic<byte[], byte[]> out;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    Instant clock = START;
    private int number;

    TestWard() {
        this(AlertTopology.build());
    }

    TestWard(Topology topology) {
        this(topology, START);
    }

    private TestWard(Topology topology, Instant now) {
        clock = now;
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(topology, settings, now);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        out = driver.createOutputTopic(Topics.ALERTS, bytes, bytes);
        deadLetters = driver.createOutputTopic(Topics.DEAD_LETTERS, bytes, bytes);
    }

    /// What a new process is after this one was killed: its state, and nothing else.
    TestWard restarted() {
        TestWard restarted = new TestWard(AlertTopology.build(), clock);
        KeyValueStore<Bytes, byte[]> target = restarted.driver.getKeyValueStore(Ward.STORE);
        KeyValueStore<Bytes, byte[]> source = driver.getKeyValueStore(Ward.STORE);
        try (KeyValueIterator<Bytes, byte[]> all = source.all()) {
            all.forEachRemaining(entry -> target.put(entry.key, entry.value));
        }
        restarted.number = number;
        return restarted;
    }

    @Override
    public void close() {
        driver.close();
    }

    TestWard after(Duration time) {
        clock = clock.plus(time);
        driver.advanceWallClockTime(time);
        return collect();
    }

    static UUID reading(int n) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + n);
    }

    ReadingRecorded.Builder recorded(String code, String value) {
        return ReadingRecorded.newBuilder()
                .setReadingId(Uuids.toBytes(reading(++number)))
                .setPatientId(Uuids.toBytes(PATIENT))
                .setDeviceId(Uuids.toBytes(DEVICE))
                .setVersion(1)
                .setCode(code)
                .setValue(quantity(value))
                .setMeasuredAt(Decimals.toWire(clock))
                .setReceivedAt(Decimals.toWire(clock))
                .setTimeQuality(TimeQuality.TIME_QUALITY_EXACT)
                .setValidity(Validity.VALIDITY_VALID);
    }

    static Quantity quantity(String value) {
        return Quantity.newBuilder()
                .setValue(Decimals.toWire(new BigDecimal(value)))
                .setUnit("u")
                .build();
    }

    /// Readings of one measure, a minute apart.
    TestWard sends(String code, String... values) {
        for (String value : values) {
            sends(recorded(code, value));
            after(Duration.ofMinutes(1));
        }
        return this;
    }

    TestWard sends(ReadingRecorded.Builder reading) {
        return pipe(EventType.READING_RECORDED, patient(reading.build()), reading.build(), clock);
    }

    TestWard sendsPressure(String systolic, String diastolic) {
        return sends(
                recorded("85354-9", "1")
                        .clearValue()
                        .addComponents(component("8480-6", systolic))
                        .addComponents(component("8462-4", diastolic)));
    }

    private static ReadingComponent component(String code, String value) {
        return ReadingComponent.newBuilder().setCode(code).setValue(quantity(value)).build();
    }

    TestWard voids(int n) {
        ReadingVoided event =
                ReadingVoided.newBuilder()
                        .setReadingId(Uuids.toBytes(reading(n)))
                        .setPatientId(Uuids.toBytes(PATIENT))
                        .setVersion(2)
                        .setReason("entered-in-error")
                        .build();
        return pipe(EventType.READING_VOIDED, PATIENT, event, clock);
    }

    /// The void of a reading that may not have come yet, with all that is said of it.
    TestWard voids(ReadingRecorded.Builder reading) {
        ReadingVoided.Builder event =
                ReadingVoided.newBuilder()
                        .setReadingId(reading.getReadingId())
                        .setPatientId(reading.getPatientId())
                        .setVersion(reading.getVersion() + 1)
                        .setReason("entered-in-error")
                        .setMeasuredAt(reading.getMeasuredAt())
                        .setReceivedAt(reading.getReceivedAt())
                        .setTimeQuality(reading.getTimeQuality());
        if (reading.getComponentsCount() == 0) {
            event.addCodes(reading.getCode());
        }
        reading.getComponentsList().forEach(part -> event.addCodes(part.getCode()));
        return pipe(EventType.READING_VOIDED, PATIENT, event.build(), clock);
    }

    TestWard plans(int version, PlanThreshold.Builder... thresholds) {
        MonitoringPlanPublished.Builder plan =
                MonitoringPlanPublished.newBuilder()
                        .setPatientId(Uuids.toBytes(PATIENT))
                        .setVersion(version)
                        .setPublishedAt(Decimals.toWire(clock))
                        .setTimeZone("Europe/Paris");
        for (PlanThreshold.Builder threshold : thresholds) {
            plan.addThresholds(threshold.setPlanVersion(version));
        }
        return pipe(EventType.MONITORING_PLAN_PUBLISHED, PATIENT, plan.build(), clock);
    }

    TestWard device(DeviceEventKind kind, int n) {
        return device(kind.getNumber(), n);
    }

    /// The same of another device of the patient.
    TestWard deviceOther(DeviceEventKind kind, int n) {
        return device(kind.getNumber(), n, OTHER_DEVICE);
    }

    TestWard device(int kind, int n) {
        return device(kind, n, DEVICE);
    }

    private TestWard device(int kind, int n, UUID device) {
        DeviceEvent event =
                DeviceEvent.newBuilder()
                        .setId(Uuids.toBytes(reading(1000 + n)))
                        .setDeviceId(Uuids.toBytes(device))
                        .setPatientId(Uuids.toBytes(PATIENT))
                        .setKindValue(kind)
                        .setOccurredAt(Decimals.toWire(clock))
                        .build();
        return pipe(EventType.DEVICE_EVENT, PATIENT, event, clock);
    }

    /// The question whether a reading is this patient's.
    TestWard asks(ReadingRecorded.Builder reading) {
        UUID id = Uuids.fromBytes(reading.getReadingId());
        DeviceEvent event =
                DeviceEvent.newBuilder()
                        .setId(Uuids.toBytes(Uuids.v5(id, "question")))
                        .setDeviceId(Uuids.toBytes(DEVICE))
                        .setPatientId(Uuids.toBytes(PATIENT))
                        .setReadingId(reading.getReadingId())
                        .setKind(DeviceEventKind.DEVICE_EVENT_KIND_IS_THIS_THE_PATIENT)
                        .setOccurredAt(Decimals.toWire(clock))
                        .build();
        return pipe(EventType.DEVICE_EVENT, PATIENT, event, clock);
    }

    /// A person's action on the alert that was raised last.
    TestWard does(AlertActionKind kind, AlertStatus status) {
        AlertActionTaken action =
                AlertActionTaken.newBuilder()
                        .setId(Uuids.toBytes(reading(5000 + ++number)))
                        .setAlertId(lastRaised().getAlertId())
                        .setPatientId(Uuids.toBytes(PATIENT))
                        .setKind(kind)
                        .setBy("nurse")
                        .setAt(Decimals.toWire(clock))
                        .setStatus(status)
                        .build();
        return pipe(EventType.ALERT_ACTION_TAKEN, PATIENT, action, clock);
    }

    TestWard acknowledges() {
        return does(
                AlertActionKind.ALERT_ACTION_KIND_ACKNOWLEDGED,
                AlertStatus.ALERT_STATUS_ACKNOWLEDGED);
    }

    TestWard resolves() {
        return does(AlertActionKind.ALERT_ACTION_KIND_RESOLVED, AlertStatus.ALERT_STATUS_CLOSED);
    }

    TestWard pipe(EventType type, UUID key, Message event, Instant at) {
        return pipe(
                type.topic(),
                new TestRecord<>(
                        Uuids.toKey(key),
                        event.toByteArray(),
                        new RecordHeaders(type.headers(key, "/test", at)),
                        at));
    }

    TestWard pipe(String topic, TestRecord<byte[], byte[]> record) {
        TestInputTopic<byte[], byte[]> input =
                driver.createInputTopic(
                        topic, new ByteArraySerializer(), new ByteArraySerializer());
        input.pipeInput(record);
        return collect();
    }

    private TestWard collect() {
        out.readRecordsToList().forEach(record -> alerts.add(parsed(record)));
        return this;
    }

    private static Message parsed(TestRecord<byte[], byte[]> record) {
        try {
            return EventType.of(record.headers()).orElseThrow().parse(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> names() {
        return alerts.stream().map(TestWard::name).toList();
    }

    private static String name(Message event) {
        return switch (event) {
            case AlertRaised r when r.getStatus() == AlertStatus.ALERT_STATUS_RETROSPECTIVE ->
                    "found";
            case AlertRaised _ -> "raised";
            case AlertUpdated _ -> "updated";
            case AlertCleared c -> "cleared:" + c.getReason();
            default -> event.getDescriptorForType().getName();
        };
    }

    List<AlertRaised> raised() {
        return of(AlertRaised.class);
    }

    <T> List<T> of(Class<T> type) {
        return alerts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    AlertRaised lastRaised() {
        return raised().getLast();
    }

    List<String> deadLetterReasons() {
        return deadLetters.readRecordsToList().stream()
                .map(
                        r ->
                                new String(
                                        r.headers().lastHeader("error-class").value(),
                                        StandardCharsets.UTF_8))
                .toList();
    }

    private static UUID patient(ReadingRecorded event) {
        return Uuids.fromBytes(event.getPatientId());
    }
}
