package org.homeward.ingest.sent;

import java.util.UUID;
import org.homeward.events.Uuids;

/// The identity of a reading (ARCHITECTURE 3.2): the same reading sent again, by whatever way and
/// in whatever company, has the same id. Never the position in a batch, never the value.
final class ReadingId {
    private ReadingId() {}

    static UUID of(UUID device, SentReading sent, String canonicalCode) {
        if (!sent.messageId().isEmpty()) {
            return Uuids.v5(device, "message", sent.messageId());
        }
        String sequence = sent.sequence() == null ? "" : sent.sequence().toString();
        return Uuids.v5(device, "reading", canonicalCode, sent.time().at().toString(), sequence);
    }
}
