package org.homeward.alert.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Record;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;

/// A record, read: whose it is, what it says and when it was.
///
/// @param key the patient, or the device of an event that has no patient
/// @param at the record's time
record Incoming(UUID key, Message event, Instant at) {

    static Incoming of(String topic, Record<byte[], byte[]> record) throws Unreadable {
        EventType type =
                EventType.of(record.headers())
                        .filter(t -> t.topic().equals(topic))
                        .orElseThrow(() -> new Unreadable("UNKNOWN_EVENT"));
        if (record.value() == null) {
            throw new Unreadable("NO_VALUE");
        }
        UUID key = key(record);
        try {
            Message event = type.parse(record.value());
            if (!belongs(key, event)) {
                throw new Unreadable("KEY_IS_NOT_THE_PATIENT");
            }
            return new Incoming(key, event, Instant.ofEpochMilli(record.timestamp()));
        } catch (InvalidProtocolBufferException e) {
            throw new Unreadable("UNREADABLE");
        }
    }

    static UUID key(Record<byte[], byte[]> record) throws Unreadable {
        if (record.key() == null || record.key().length != 36) {
            throw new Unreadable("NO_KEY");
        }
        try {
            return UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("NO_KEY");
        }
    }

    private static boolean belongs(UUID key, Message event) {
        return switch (event) {
            case ReadingRecorded e -> same(key, e.getPatientId()) && isId(e.getReadingId());
            case ReadingVoided e -> same(key, e.getPatientId()) && isId(e.getReadingId());
            case MonitoringPlanPublished e -> same(key, e.getPatientId());
            case AlertActionTaken e ->
                    same(key, e.getPatientId()) && isId(e.getAlertId()) && isId(e.getId());
            case DeviceEvent e ->
                    isId(e.getId())
                            && isId(e.getDeviceId())
                            && (e.getPatientId().isEmpty() || same(key, e.getPatientId()));
            default -> false;
        };
    }

    private static boolean same(UUID key, ByteString id) {
        return isId(id) && Uuids.fromBytes(id).equals(key);
    }

    private static boolean isId(ByteString id) {
        return id.size() == 16;
    }
}
