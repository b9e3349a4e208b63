package org.homeward.alert.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.kit.kafka.UnreadableRecord;

/// Reads the records of `alerts`.
final class AlertRecords {
    private AlertRecords() {}

    /// The event, whose ids are ids and whose patient is the record's.
    static Optional<Message> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        EventType type =
                EventType.of(record.headers())
                        .filter(t -> t.topic().equals(Topics.ALERTS))
                        .orElseThrow(() -> new UnreadableRecord("UNKNOWN_EVENT"));
        if (record.key() == null) {
            throw new UnreadableRecord("NO_KEY");
        }
        if (record.value() == null) {
            throw new UnreadableRecord("NO_VALUE");
        }
        try {
            Message event = type.parse(record.value());
            if (!belongs(record.key(), event)) {
                throw new UnreadableRecord("KEY_IS_NOT_THE_PATIENT");
            }
            return Optional.of(event);
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableRecord("UNREADABLE");
        }
    }

    private static boolean belongs(byte[] key, Message event) {
        return switch (event) {
            case AlertRaised e ->
                    same(key, e.getPatientId()) && isId(e.getAlertId()) && isId(e.getEpisodeId());
            case AlertUpdated e -> same(key, e.getPatientId()) && isId(e.getAlertId());
            case AlertCleared e -> same(key, e.getPatientId()) && isId(e.getAlertId());
            default -> true;
        };
    }

    private static boolean same(byte[] key, ByteString patient) {
        return isId(patient) && Arrays.equals(key, Uuids.toKey(Uuids.fromBytes(patient)));
    }

    private static boolean isId(ByteString id) {
        return id.size() == 16;
    }
}
