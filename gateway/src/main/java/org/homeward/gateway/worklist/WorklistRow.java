package org.homeward.gateway.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.patient.PatientView;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// One patient's line: why now, what next, who has it.
///
/// @param id the patient's id
/// @param rank the place within the whole list, counted from 1 on this page
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorklistRow(
        @Schema(required = true) UUID id,
        @Schema(required = true) Person patient,
        PatientView.@Nullable TeamRef team,
        @Schema(required = true) int rank,
        @Schema(enumeration = {"critical", "high", "medium", "low", "technical"})
                @Nullable String priority,
        @Schema(required = true) Map<String, String> reason,
        @Schema(
                        required = true,
                        enumeration = {"acknowledge", "resolve", "call", "none"})
                String nextAction,
        @Nullable UUID episodeId,
        @Schema(required = true) int openAlerts,
        @Schema(required = true) List<UUID> alertIds,
        @Nullable UUID topAlertId,
        @Nullable String claimedBy,
        @Nullable Instant dueAt,
        @Nullable Instant lastReadingAt,
        @Schema(
                        required = true,
                        enumeration = {"monitored", "not monitored", "paused"})
                String monitoring) {
    /// Who it is, as far as a list needs it.
    @Schema(name = "WorklistPatient")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            @Schema(required = true) UUID id,
            PatientView.@Nullable Name name,
            @Nullable LocalDate birthDate,
            @Nullable String sex) {}

    public WorklistRow {
        alertIds = Given.list(alertIds);
        reason = Given.map(reason);
    }

    WorklistRow of(PatientView known) {
        Person person = new Person(id, known.name(), known.birthDate(), known.sex());
        return new WorklistRow(
                id,
                person,
                team,
                rank,
                priority,
                reason,
                nextAction,
                episodeId,
                openAlerts,
                alertIds,
                topAlertId,
                claimedBy,
                dueAt,
                lastReadingAt,
                monitoring);
    }
}
