package org.homeward.followup.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a task ended.
///
/// @param done true if the work was done, false if it was no longer needed
/// @param by the Keycloak subject; empty when the end of the episode closed it
/// @param outcome coded
public record Closing(boolean done, String by, Instant at, String outcome, @Nullable String note) {
    @Override
    public String toString() {
        return "Closing[" + outcome + "]";
    }
}
