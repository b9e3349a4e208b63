package org.homeward.ingest.redrive;

import java.time.Instant;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;

/// A stored refusal, and what became of it when it went through its door again.
///
/// @param redriven null if it never did
public record KeptRefusal(Refusal refusal, @Nullable Redriven redriven) {

    /// What became of it.
    public enum Outcome {
        /// Under way, or interrupted.
        SENDING,
        ACCEPTED,
        REFUSED
    }

    /// The last time that it went.
    public record Redriven(Instant at, String by, Outcome outcome, @Nullable String detail) {}

    boolean isAccepted() {
        return redriven != null && redriven.outcome() == Outcome.ACCEPTED;
    }
}
