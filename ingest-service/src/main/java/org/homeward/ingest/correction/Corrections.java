package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.OutboxEvent;

/// Changes readings by a person's word. Fails when the store cannot be reached.
public interface Corrections {
    /// What became of it.
    sealed interface Outcome {
        /// It is voided now; the reading in its new version.
        record Done(Reading reading) implements Outcome {}

        /// Somebody was first.
        record Already(String by, Instant at) implements Outcome {}

        /// The patient has no such reading.
        record Unknown() implements Outcome {}
    }

    /// Voids a reading: it is shown and judged no more, what it was stays, and all consumers are
    /// told.
    Uni<Outcome> voidReading(Voiding voiding);

    /// Says what has been done as an event of the wire.
    interface Events {
        OutboxEvent voided(Reading reading, Voiding voiding);
    }
}
