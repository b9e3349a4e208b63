package org.homeward.gateway.projection;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.EventType;

/// One record as the projections and the feed take it. What cannot be read, or holds what no store
/// could, is a value too: it goes to the dead letters and the partition moves on.
public sealed interface Event {
    /// A readable event about the entity that is its key.
    record Known(EventType type, UUID key, Message message) implements Event {}

    /// A tombstone of a compacted topic.
    record Removed() implements Event {}

    record Unreadable(String cause) implements Event {}

    static Event of(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Removed();
        }
        if (record.key() == null) {
            return new Unreadable("NO_KEY");
        }
        EventType type = EventType.of(record.headers()).orElse(null);
        if (type == null) {
            return new Unreadable("UNKNOWN_EVENT");
        }
        try {
            UUID key = UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII));
            Message message = type.parse(record.value());
            String fault = Storable.fault(message);
            return fault == null ? new Known(type, key, message) : new Unreadable(fault);
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return new Unreadable("UNREADABLE");
        }
    }
}
