package org.homeward.ingest.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.kit.kafka.UnreadableRecord;

/// The event that a dead letter holds. What its readers ask of an event is asked here too: what
/// lacks it would come back as a dead letter from each of them, and would be said to be accepted.
final class LetterEvent {
    private LetterEvent() {}

    /// @throws UnreadableRecord saying what is wrong, if no reader of its topic could take it
    static Message of(ProducerRecord<byte[], byte[]> record) throws UnreadableRecord {
        require(LetterPlace.OURS.contains(record.topic()), "no topic that is sent again");
        require(record.value() != null && record.value().length > 0, "no value");
        EventType type =
                EventType.of(record.headers())
                        .filter(t -> t.topic().equals(record.topic()))
                        .orElseThrow(() -> new UnreadableRecord("no event of its topic"));
        UUID key = key(record.key());
        try {
            Message event = type.parse(record.value());
            check(key, event);
            return event;
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableRecord("bytes that are no " + type.wireName());
        }
    }

    /// The record for its topic's end. A reading says that it is its patient's as of now (decision
    /// 55), and by the record's time the others are as new: nothing is judged as if it were still
    /// the day when it should have come, and no deadline is over before anybody could know of it.
    static ProducerRecord<byte[], byte[]> again(
            ProducerRecord<byte[], byte[]> record, Message event, Instant now) {
        byte[] value =
                event instanceof ReadingRecorded reading
                        ? reading.toBuilder()
                                .setAttributedAt(Decimals.toWire(now))
                                .build()
                                .toByteArray()
                        : record.value();
        return new ProducerRecord<>(
                record.topic(), null, now.toEpochMilli(), record.key(), value, record.headers());
    }

    private static void check(UUID key, Message event) throws UnreadableRecord {
        switch (event) {
            case ReadingRecorded e -> {
                ids(e.getReadingId(), e.getDeviceId());
                keyed(key, e.getPatientId());
                time(e.hasMeasuredAt(), e.getMeasuredAt());
                time(e.hasReceivedAt(), e.getReceivedAt());
            }
            case ReadingVoided e -> {
                ids(e.getReadingId());
                keyed(key, e.getPatientId());
            }
            case DeviceEvent e -> {
                ids(e.getId(), e.getDeviceId());
                keyed(key, e.getPatientId().isEmpty() ? e.getDeviceId() : e.getPatientId());
                require(isKnown(e.getKind()), "no kind that is known");
                time(e.hasOccurredAt(), e.getOccurredAt());
            }
            default -> throw new UnreadableRecord("no event of its topic");
        }
    }

    private static boolean isKnown(DeviceEventKind kind) {
        return kind != DeviceEventKind.DEVICE_EVENT_KIND_UNSPECIFIED
                && kind != DeviceEventKind.UNRECOGNIZED;
    }

    private static void ids(ByteString... ids) throws UnreadableRecord {
        for (ByteString id : ids) {
            require(id.size() == 16, "no id where one must be");
        }
    }

    private static void keyed(UUID key, ByteString whose) throws UnreadableRecord {
        ids(whose);
        require(Uuids.fromBytes(whose).equals(key), "no key that says whose it is");
    }

    private static UUID key(byte[] key) throws UnreadableRecord {
        try {
            require(key != null && key.length == 36, "no key that says whose it is");
            return UUID.fromString(new String(key, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("no key that says whose it is");
        }
    }

    private static void time(boolean said, Timestamp at) throws UnreadableRecord {
        require(said, "no time where one must be");
        try {
            Era.check(Decimals.fromWire(at));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw new UnreadableRecord("no time that can be kept");
        }
    }

    private static void require(boolean holds, String lack) throws UnreadableRecord {
        if (!holds) {
            throw new UnreadableRecord(lack);
        }
    }
}
