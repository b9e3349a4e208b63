package org.homeward.kit.outbox;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.UUID;
import org.homeward.events.EventType;

/// One event to be published.
///
/// @param id deterministic wherever the event can be made twice
/// @param key the entity that orders it: events of one key leave in the order of their transactions
/// @param at the record's timestamp
public record OutboxEvent(UUID id, EventType type, String key, Message event, Instant at) {
    public OutboxEvent(UUID id, EventType type, UUID key, Message event, Instant at) {
        this(id, type, key.toString(), event, at);
    }

    public OutboxEvent {
        if (!event.getDescriptorForType().getName().equals(type.wireName())) {
            throw new IllegalArgumentException("the event is not a " + type.wireName());
        }
    }
}
