package org.homeward.alert.kafka;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.TimeQuality;
import org.homeward.events.v1.Validity;
import org.jspecify.annotations.Nullable;

/// A reading of oxygen saturation as it comes from the topic `readings`.
///
/// @param partition where it goes in spite of its key; null for the key's own
record Spo2(UUID id, UUID patient, String value, Instant received, @Nullable Integer partition) {
    static final String CODE = "59408-5";

    Spo2(UUID patient, String value, Instant received) {
        this(UUID.randomUUID(), patient, value, received, null);
    }

    ProducerRecord<byte[], byte[]> record() {
        return new ProducerRecord<>(
                Topics.READINGS,
                partition,
                received.toEpochMilli(),
                Uuids.toKey(patient),
                event().toByteArray(),
                EventType.READING_RECORDED.headers(id, "/test", received));
    }

    private ReadingRecorded event() {
        return ReadingRecorded.newBuilder()
                .setReadingId(Uuids.toBytes(id))
                .setPatientId(Uuids.toBytes(patient))
                .setVersion(1)
                .setCode(CODE)
                .setValue(
                        Quantity.newBuilder()
                                .setValue(Decimals.toWire(new BigDecimal(value)))
                                .setUnit("%"))
                .setMeasuredAt(Decimals.toWire(received))
                .setReceivedAt(Decimals.toWire(received))
                .setTimeQuality(TimeQuality.TIME_QUALITY_EXACT)
                .setValidity(Validity.VALIDITY_VALID)
                .build();
    }
}
