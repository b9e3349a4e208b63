package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Decimal;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingRejected;
import org.homeward.events.v1.TelemetryReading;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Records that nobody of ours writes: each becomes a refusal that can be stored.
class UnreadableRecordsTest {
    private static final byte[] KEY = Uuids.toKey(new UUID(1, 1));
    private static final byte[] GARBAGE = "garbage".getBytes(StandardCharsets.UTF_8);
    private static final Timestamp NOW = Timestamp.newBuilder().setSeconds(1_800_000_000).build();
    private static final Timestamp NEVER =
            Timestamp.newBuilder().setSeconds(Instant.MAX.getEpochSecond()).build();

    @Test
    void aGoodRecordIsRead() {
        assertThat(read(telemetry(NOW, 0)).unreadable()).isNull();
        assertThat(read(telemetry(NOW, 0)).arrivals()).hasSize(1);
    }

    @Test
    void telemetryWithoutKeyOrValueOrByAnotherNameIsRefused() {
        EventType telemetry = EventType.TELEMETRY_RECEIVED;
        assertRefused(TelemetryConsumer.read(record(telemetry, null, GARBAGE)), "NULL_KEY");
        assertRefused(TelemetryConsumer.read(record(telemetry, KEY, null)), "NULL_KEY");
        assertRefused(TelemetryConsumer.read(record(null, KEY, GARBAGE)), "UNKNOWN_EVENT");
        assertRefused(
                TelemetryConsumer.read(record(EventType.READING_REJECTED, KEY, GARBAGE)),
                "UNKNOWN_EVENT");
        assertRefused(TelemetryConsumer.read(record(telemetry, KEY, GARBAGE)), "UNREADABLE");
    }

    @Test
    void telemetryThatNoStoreCouldHoldIsRefused() {
        assertRefused(read(telemetry(NEVER, 0)), "UNREADABLE");
        assertRefused(read(telemetry(NOW, 1_000_000_000)), "UNREADABLE");
        assertRefused(read(TelemetryReceived.getDefaultInstance()), "UNREADABLE");
    }

    @Test
    void aRejectionThatCannotBeReadIsKeptAsItWas() {
        EventType rejected = EventType.READING_REJECTED;
        assertThat(RefusalConsumer.rejection(record(rejected, null, GARBAGE)).reasons())
                .containsExactly("UNREADABLE");
        assertThat(RefusalConsumer.rejection(record(rejected, KEY, null)).reasons())
                .containsExactly("UNKNOWN_EVENT");
        assertThat(RefusalConsumer.rejection(record(null, KEY, GARBAGE)).reasons())
                .containsExactly("UNKNOWN_EVENT");
        Refusal never = rejection(ReadingRejected.newBuilder().setReceivedAt(NEVER));
        assertThat(never.reasons()).containsExactly("UNREADABLE");
        assertThat(never.payload()).isNotEmpty();
    }

    @Test
    void aRejectionKeepsNoTextThatTheStoreRefuses() {
        Refusal refusal =
                rejection(
                        ReadingRejected.newBuilder()
                                .setReceivedAt(NOW)
                                .addReasons("A\0")
                                .setDetail("b\0")
                                .setPayloadType("c\0"));
        assertThat(refusal.reasons()).containsExactly("A");
        assertThat(refusal.detail()).isEqualTo("b");
        assertThat(refusal.payloadType()).isEqualTo("c");
    }

    private static TelemetryReceived telemetry(Timestamp received, int scale) {
        return TelemetryReceived.newBuilder()
                .setDeviceId(Uuids.toBytes(new UUID(1, 1)))
                .setReceivedAt(received)
                .addReadings(
                        TelemetryReading.newBuilder()
                                .setReadingId(Uuids.toBytes(new UUID(2, 2)))
                                .setCode("8867-4")
                                .setTakenAt(NOW)
                                .setValue(
                                        Quantity.newBuilder()
                                                .setValue(
                                                        Decimal.newBuilder()
                                                                .setUnscaled(7)
                                                                .setScale(-scale))
                                                .setUnit("/min")))
                .build();
    }

    private static Logged read(TelemetryReceived event) {
        return TelemetryConsumer.read(
                record(EventType.TELEMETRY_RECEIVED, KEY, event.toByteArray()));
    }

    private static Refusal rejection(ReadingRejected.Builder event) {
        byte[] bytes =
                event.setId(Uuids.toBytes(new UUID(3, 3)))
                        .setDeviceId(Uuids.toBytes(new UUID(1, 1)))
                        .build()
                        .toByteArray();
        return RefusalConsumer.rejection(record(EventType.READING_REJECTED, KEY, bytes));
    }

    private static void assertRefused(Logged logged, String reason) {
        assertThat(logged.arrivals()).isEmpty();
        assertThat(Optional.ofNullable(logged.unreadable()))
                .hasValueSatisfying(r -> assertThat(r.reasons()).containsExactly(reason));
    }

    private static ConsumerRecord<byte[], byte[]> record(
            @Nullable EventType type, byte @Nullable [] key, byte @Nullable [] value) {
        Headers headers = new RecordHeaders();
        if (type != null) {
            type.headers(new UUID(4, 4), "/test", Instant.EPOCH).forEach(headers::add);
        }
        return new ConsumerRecord<>(
                "telemetry",
                0,
                0,
                1_800_000_000_000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
