package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.TelemetryReading;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.intake.Logged;
import org.junit.jupiter.api.Test;

class PortionsTest {
    private static final Timestamp NOW = Timestamp.newBuilder().setSeconds(1_800_000_000).build();
    private static final Quantity SEVENTY =
            Quantity.newBuilder()
                    .setValue(Decimals.toWire(new BigDecimal("70")))
                    .setUnit("/min")
                    .build();
    private static final UUID ID = new UUID(1, 1);

    @Test
    void singlesAreTakenTogetherAndBuffersByTheirReadings() {
        assertThat(portions(IntStream.generate(() -> 1).limit(1_500))).containsExactly(1_000, 500);
        assertThat(portions(IntStream.generate(() -> 400).limit(5))).containsExactly(1_200, 800);
        assertThat(portions(IntStream.of(1_000, 1, 999, 1))).containsExactly(1_000, 1_000, 1);
        assertThat(portions(IntStream.empty())).isEmpty();
    }

    @Test
    void everyRecordIsHandedOnOnceAndInOrder() {
        List<Long> offsets = new ArrayList<>();
        Portions portions = new Portions(records(IntStream.of(700, 700, 1, 1)).iterator());
        portions.forEachRemaining(p -> p.forEach(logged -> offsets.add(logged.offset())));
        assertThat(offsets).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aRecordThatCannotBeReadCountsForItself() {
        List<ConsumerRecord<byte[], byte[]>> unreadable = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            unreadable.add(record(i, new byte[] {1}));
        }
        Portions portions = new Portions(unreadable.iterator());
        assertThat(portions.next()).hasSize(1_000);
        assertThat(portions.next()).hasSize(1);
        assertThat(portions.hasNext()).isFalse();
    }

    /// How many readings each portion holds, of records with so many.
    private static List<Integer> portions(IntStream sizes) {
        List<Integer> found = new ArrayList<>();
        Portions portions = new Portions(records(sizes).iterator());
        portions.forEachRemaining(
                p -> found.add(p.stream().map(Logged::arrivals).mapToInt(List::size).sum()));
        return found;
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(IntStream sizes) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        sizes.forEach(size -> records.add(record(records.size(), telemetry(size))));
        return records;
    }

    private static byte[] telemetry(int readings) {
        TelemetryReceived.Builder telemetry =
                TelemetryReceived.newBuilder().setDeviceId(Uuids.toBytes(ID)).setReceivedAt(NOW);
        for (int i = 0; i < readings; i++) {
            telemetry.addReadings(
                    TelemetryReading.newBuilder()
                            .setReadingId(Uuids.toBytes(new UUID(2, i)))
                            .setCode("8867-4")
                            .setTakenAt(NOW)
                            .setValue(SEVENTY));
        }
        return telemetry.build().toByteArray();
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte[] value) {
        Headers headers = new RecordHeaders();
        EventType.TELEMETRY_RECEIVED.headers(ID, "/test", Instant.EPOCH).forEach(headers::add);
        return new ConsumerRecord<>(
                Topics.TELEMETRY,
                0,
                offset,
                NOW.getSeconds() * 1_000,
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                value.length,
                Uuids.toKey(ID),
                value,
                headers,
                Optional.empty());
    }
}
