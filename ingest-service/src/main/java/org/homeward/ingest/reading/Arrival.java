package org.homeward.ingest.reading;

import java.time.Instant;
import java.util.UUID;
import org.homeward.events.Era;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentReading;

/// One admitted reading taken from the log, with what the log knows about it.
public record Arrival(
        UUID id, UUID deviceId, SentReading sent, Path path, Instant received, Instant recorded) {

    public Arrival {
        Era.check(received);
        Era.check(recorded);
    }

    /// The measured time that the store will use.
    public Instant measured() {
        return MeasuredTime.judge(sent.time(), received).at();
    }

    /// Whether the same id may come again under another measured time, so that the store's key
    /// alone would not find it.
    public boolean mayMoveInTime() {
        return !sent.messageId().isEmpty() || MeasuredTime.mayMove(sent.time(), received);
    }
}
