package org.homeward.ingest.attribution;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.OutboxEvent;

/// Readings go to whoever had their device, a portion a transaction. Fails when the store cannot be
/// reached; what was not done is done the next time.
public interface Reattribution {
    /// How far it is.
    enum Progress {
        /// There may be more.
        MORE,
        /// Some who decide by the assignments as they were are not through yet.
        WAITING,
        DONE
    }

    Uni<Progress> step();

    /// The reason that `ReadingVoided` gives and that the history keeps.
    String REASON = "reattributed";

    /// Says what has been done as events of the wire.
    interface Events {
        /// A reading is no longer this patient's.
        ///
        /// @param reading as it was
        /// @param newest when the newest reading was measured that the patient has left
        OutboxEvent left(Reading reading, Departure departure, Optional<Instant> newest);

        /// A reading is its patient's now.
        OutboxEvent joined(Reading reading, Instant at);

        /// Its patient is asked whether it is theirs.
        OutboxEvent asked(Reading reading, Instant at);
    }

    /// Why a reading left.
    ///
    /// @param version the reading's next one
    record Departure(int version, String by, Instant at) {}
}
