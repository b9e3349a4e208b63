package org.homeward.alert.episode;

import java.time.Instant;

/// What a decision makes known.
public sealed interface Effect {
    OpenAlert alert();

    /// A live alert has arisen.
    record Raised(OpenAlert alert) implements Effect {}

    /// Late data show that there was something; never open.
    record Found(OpenAlert alert) implements Effect {}

    /// An open alert's evidence or priority has changed.
    record Updated(OpenAlert alert, Change change, Instant at) implements Effect {}

    record Cleared(OpenAlert alert, Reason reason, Instant at) implements Effect {}

    enum Change {
        /// Beyond the exit, waiting to be seen.
        RECOVERED,
        RED_AGAIN,
        WORSE,
        CORRECTED
    }

    enum Reason {
        RECOVERED("recovered"),
        RESOLVED("resolved"),
        SOURCE_CORRECTED("source-corrected"),
        PLAN_ENDED("plan-ended"),
        /// Technical alerts end when somebody has taken note.
        ACKNOWLEDGED("acknowledged");

        private final String wire;

        Reason(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }
}
