package org.homeward.followup.episode;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Priority;
import org.jspecify.annotations.Nullable;

/// What the topic `alerts` says, as far as tasks are concerned.
public sealed interface AlertFact {
    UUID alertId();

    PatientId patientId();

    /// An alert arose.
    ///
    /// @param onsetAt when the reading behind it was measured
    /// @param live false for a finding in late data
    record Raised(
            UUID alertId,
            PatientId patientId,
            UUID episodeId,
            Priority priority,
            Instant raisedAt,
            Instant onsetAt,
            boolean live)
            implements AlertFact {}

    record Updated(UUID alertId, PatientId patientId, Priority priority, Instant at)
            implements AlertFact {}

    /// An alert is over.
    ///
    /// @param episodeClosed whether no alert of the episode is left open
    record Cleared(
            UUID alertId,
            PatientId patientId,
            UUID episodeId,
            Instant at,
            String reason,
            boolean episodeClosed)
            implements AlertFact {}

    /// Acknowledged by, assigned to, or with a null subject released by somebody.
    record Claimed(UUID alertId, PatientId patientId, @Nullable String by, Instant at)
            implements AlertFact {}

    /// Somebody did something about it that puts it in nobody's hands.
    record Acted(UUID alertId, PatientId patientId, String by) implements AlertFact {}

    /// A reading that it stood on was voided or corrected, perhaps long after it closed.
    ///
    /// @param cause the reading with its version: told once, however often it is heard
    /// @param by who did it, who need not be told
    record SourceChanged(
            UUID alertId, PatientId patientId, String cause, Set<String> by, Instant at)
            implements AlertFact {
        public SourceChanged {
            by = Set.copyOf(by);
        }
    }
}
