package org.homeward.ingest.intake;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Sent;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.jspecify.annotations.Nullable;

/// Readings of one device that one patient wears.
final class Arrivals {
    static final UUID DEVICE = new UUID(1, 1);
    static final UUID PATIENT = new UUID(2, 2);

    private Arrivals() {}

    static Assignments worn() {
        return new Assignments(
                List.of(
                        new Assignment(
                                DEVICE,
                                null,
                                null,
                                PATIENT,
                                Sent.NOW.minus(Duration.ofDays(9)),
                                null,
                                null)));
    }

    static Arrival pulse(int number) {
        return of(Sent.withMessage(Sent.pulse("72"), "m-" + number));
    }

    /// What no device can send: it stands for a fault of ours that only some data meet.
    static Arrival unplannable() {
        return broken(null, Sent.pulse("72").time());
    }

    /// The same, so broken that not even its time can be judged.
    static Arrival timeless() {
        return broken(Sent.pulse("72").code(), null);
    }

    @SuppressWarnings("NullAway")
    private static Arrival broken(@Nullable SentCode code, @Nullable SentTime time) {
        SentReading sent = Sent.pulse("72");
        return of(
                new SentReading(
                        0, "m-bad", code, sent.value(), List.of(), time, null, sent.context()));
    }

    private static Arrival of(SentReading sent) {
        UUID id = Uuids.v5(DEVICE, "message", sent.messageId());
        return new Arrival(id, DEVICE, sent, Path.HTTP, Sent.NOW, Sent.NOW);
    }
}
