package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Topics;
import org.homeward.ingest.reading.Concern;
import org.homeward.kit.kafka.UnreadableRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of all that is told about devices is the device desk's.
class DeskConsumerTest {
    @ParameterizedTest
    @CsvSource({
        "CONFLICT, true",
        "CLOCK_FAULT, true",
        "BATTERY_LOW, true",
        "CONNECTION_LOST, false",
        "DISCHARGED_PATIENT, false",
        "PROCESSING_FAULT, false",
        "IS_THIS_THE_PATIENT, false"
    })
    void whatConcernsAPatientIsNotTheDesks(Concern.Kind kind, boolean desks)
            throws UnreadableRecord {
        Concern concern =
                new Concern(
                        new UUID(1, 1),
                        new UUID(2, 2),
                        new UUID(3, 3),
                        kind,
                        Instant.ofEpochSecond(1_800_000_000),
                        null,
                        "");
        EventProducer.Outgoing told = ConcernEvents.of(concern);
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        Topics.DEVICE_EVENTS, 0, 0, new byte[16], told.event().toByteArray());
        told.type().headers(told.id(), "/test", Instant.EPOCH).forEach(record.headers()::add);
        assertThat(DeskConsumer.read(record).isPresent()).isEqualTo(desks);
    }
}
