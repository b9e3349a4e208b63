package org.homeward.followup.episode;

import java.time.Instant;
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
}
