package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.CodeTable;
import org.homeward.events.EventType;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.ingest.Fuzzed;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Intake;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.ucum.TestUnits;
import org.homeward.kit.kafka.UnreadableRecord;

/// Bytes on the topics that ingest-service reads: a record is read, or a refusal stands for it.
class LogFuzzTest {
    private final Intakes intakes = new Intakes(CodeTable.standard(), TestUnits.UCUM);

    @FuzzTest
    void telemetry(byte[] value) {
        Fuzzed.costsLittle(
                () -> {
                    Logged read =
                            TelemetryConsumer.read(
                                    record(EventType.TELEMETRY_RECEIVED, new byte[16], value));
                    assertThat(read.unreadable() == null || read.arrivals().isEmpty()).isTrue();
                    read.arrivals().forEach(a -> assertThat(decide(a)).isNotNull());
                });
    }

    private Intake decide(Arrival arrival) {
        return intakes.decide(arrival, new Assignments(List.of()));
    }

    @FuzzTest
    void rejected(byte[] value) {
        Fuzzed.costsLittle(
                () -> {
                    Refusal refusal =
                            RefusalConsumer.rejection(
                                    record(EventType.READING_REJECTED, new byte[16], value));
                    assertThat(refusal.detail() + refusal.reasons()).doesNotContain("\0");
                });
    }

    @FuzzTest
    void careTeams(byte[] value) {
        Fuzzed.costsLittle(
                () -> {
                    try {
                        assertThat(
                                        CareConsumer.read(
                                                record(
                                                        EventType.CARE_TEAM_CHANGED,
                                                        patient(value),
                                                        value)))
                                .isPresent();
                    } catch (UnreadableRecord e) {
                        assertThat(e).hasMessageMatching("[A-Z_]+");
                    }
                });
    }

    /// The key that the value should have.
    private static byte[] patient(byte[] value) {
        try {
            return CareTeamChanged.parseFrom(value).getPatientId().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            return new byte[16];
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(EventType type, byte[] key, byte[] value) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(type.topic(), 0, 7, key, value);
        type.headers(new UUID(4, 4), "/test", Instant.EPOCH).forEach(record.headers()::add);
        return record;
    }
}
