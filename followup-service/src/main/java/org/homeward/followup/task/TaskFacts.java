package org.homeward.followup.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.jspecify.annotations.Nullable;

/// What a task is about, whatever its state.
///
/// @param teamId whose task it is; null when the patient is not registered here
public record TaskFacts(
        TaskId id,
        PatientId patientId,
        UUID episodeId,
        List<UUID> alertIds,
        TaskKind kind,
        Priority priority,
        @Nullable UUID teamId,
        Instant openedAt,
        Instant dueAt) {
    public TaskFacts {
        alertIds = List.copyOf(alertIds);
    }

    /// With one more alert: priority only rises, the due time only comes nearer.
    TaskFacts with(UUID alert, Priority other, Instant due) {
        List<UUID> alerts = new ArrayList<>(alertIds);
        if (!alerts.contains(alert)) {
            alerts.add(alert);
        }
        return new TaskFacts(
                id,
                patientId,
                episodeId,
                alerts,
                kind,
                other.isAbove(priority) ? other : priority,
                teamId,
                openedAt,
                due.isBefore(dueAt) ? due : dueAt);
    }
}
