package org.homeward.ingest.attribution;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/// The assignments, to be corrected. Fails when the store cannot be reached.
public interface AssignmentStore {
    /// What became of a correction.
    sealed interface Outcome {
        /// It says this now.
        record Corrected(Worn worn, int version) implements Outcome {}

        record Removed() implements Outcome {}

        /// There is no such assignment of that device.
        record Unknown() implements Outcome {}

        /// Somebody has taken it back before.
        record Gone(String by, Instant at) implements Outcome {}

        /// Another version stands there.
        record Stale() implements Outcome {}

        /// It would end before it begins.
        record Backwards() implements Outcome {}

        /// The device is somebody's during that time.
        record Overlap() implements Outcome {}
    }

    /// Corrects an assignment, keeps what it said, and notes the stretches of time whose readings
    /// are to be looked through.
    Uni<Outcome> correct(Correction correction);
}
