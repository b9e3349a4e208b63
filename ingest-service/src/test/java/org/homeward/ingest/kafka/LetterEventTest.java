package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.kit.kafka.UnreadableRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which dead letters hold what the readers of their topic can take, and as of when they go out.
class LetterEventTest {
    private static final UUID PATIENT = new UUID(1, 1);
    private static final UUID DEVICE = new UUID(2, 2);
    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final ByteString SHORT = ByteString.copyFrom(new byte[15]);

    @Test
    void aReadingThatGoesAgainIsItsPatientsAsOfNow()
            throws UnreadableRecord, InvalidProtocolBufferException {
        ReadingRecorded reading = reading().build();
        ProducerRecord<byte[], byte[]> record = record(PATIENT, reading);
        ProducerRecord<byte[], byte[]> again =
                LetterEvent.again(record, LetterEvent.of(record), NOW);
        assertThat(ReadingRecorded.parseFrom(again.value()))
                .isEqualTo(reading.toBuilder().setAttributedAt(Decimals.toWire(NOW)).build());
        assertThat(again.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(again.headers()).isEqualTo(record.headers());
        assertThat(again.key()).isEqualTo(record.key());
    }

    @Test
    void whatElseGoesAgainIsToldNowAndSaysWhatItSaid() throws UnreadableRecord {
        for (ProducerRecord<byte[], byte[]> record :
                Stream.of(record(PATIENT, voided().build()), record(DEVICE, technical().build()))
                        .toList()) {
            ProducerRecord<byte[], byte[]> again =
                    LetterEvent.again(record, LetterEvent.of(record), NOW);
            assertThat(again.value()).isEqualTo(record.value());
            assertThat(again.timestamp()).isEqualTo(NOW.toEpochMilli());
        }
    }

    @Test
    void aResetClocksEpochIsATime() throws UnreadableRecord {
        Message reset = reading().setMeasuredAt(Timestamp.getDefaultInstance()).build();
        assertThat(LetterEvent.of(record(PATIENT, reset))).isEqualTo(reset);
    }

    static Stream<ProducerRecord<byte[], byte[]>> whatNoReaderTakes() {
        Message device = technical().build();
        ProducerRecord<byte[], byte[]> none = record(DEVICE, device);
        return Stream.of(
                with(none, none.key(), new byte[0]),
                with(none, none.key(), null),
                with(none, none.key(), new byte[] {7}),
                with(none, null, none.value()),
                with(none, new byte[36], none.value()),
                record(PATIENT, device),
                record(DEVICE, DeviceEvent.getDefaultInstance()),
                record(DEVICE, technical().setId(SHORT).build()),
                record(DEVICE, technical().setDeviceId(SHORT).build()),
                record(DEVICE, technical().setPatientId(SHORT).build()),
                record(DEVICE, technical().clearKind().build()),
                record(DEVICE, technical().setKindValue(4711).build()),
                record(DEVICE, technical().clearOccurredAt().build()),
                record(DEVICE, technical().setOccurredAt(never()).build()),
                record(PATIENT, ReadingRecorded.getDefaultInstance()),
                record(PATIENT, reading().clearReadingId().build()),
                record(DEVICE, reading().build()),
                record(PATIENT, reading().clearReceivedAt().build()),
                record(PATIENT, ReadingVoided.getDefaultInstance()),
                record(DEVICE, voided().build()));
    }

    @ParameterizedTest
    @MethodSource
    void whatNoReaderTakes(ProducerRecord<byte[], byte[]> record) {
        assertThatThrownBy(() -> LetterEvent.of(record)).isInstanceOf(UnreadableRecord.class);
    }

    private static Timestamp.Builder never() {
        return Timestamp.newBuilder().setSeconds(Long.MAX_VALUE);
    }

    private static ReadingRecorded.Builder reading() {
        return ReadingRecorded.newBuilder()
                .setReadingId(Uuids.toBytes(new UUID(3, 3)))
                .setPatientId(Uuids.toBytes(PATIENT))
                .setDeviceId(Uuids.toBytes(DEVICE))
                .setMeasuredAt(Decimals.toWire(THEN))
                .setReceivedAt(Decimals.toWire(THEN));
    }

    private static ReadingVoided.Builder voided() {
        return ReadingVoided.newBuilder()
                .setReadingId(Uuids.toBytes(new UUID(3, 3)))
                .setPatientId(Uuids.toBytes(PATIENT));
    }

    private static DeviceEvent.Builder technical() {
        return DeviceEvent.newBuilder()
                .setId(Uuids.toBytes(new UUID(4, 4)))
                .setDeviceId(Uuids.toBytes(DEVICE))
                .setKind(DeviceEventKind.DEVICE_EVENT_KIND_BATTERY_LOW)
                .setOccurredAt(Decimals.toWire(THEN));
    }

    private static ProducerRecord<byte[], byte[]> record(UUID key, Message event) {
        EventType type = EventType.named(event.getDescriptorForType().getName()).orElseThrow();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        type.topic(),
                        null,
                        THEN.toEpochMilli(),
                        Uuids.toKey(key),
                        event.toByteArray());
        type.headers(new UUID(5, 5), "/test", THEN).forEach(record.headers()::add);
        return record;
    }

    private static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> record, byte[] key, byte[] value) {
        return new ProducerRecord<>(
                Topics.DEVICE_EVENTS, null, THEN.toEpochMilli(), key, value, record.headers());
    }
}
