package org.homeward.alert.rulebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What the evaluator needs of a patient's monitoring plan: thresholds and SpO2 scales with their
/// periods, so that late readings are judged by the plan of their own time.
///
/// @param version the care plan's version; only a higher one replaces it
/// @param ended deceased or discharged; empty while the patient is followed
/// @param targetRange when NEWS2's SpO2 scale 2 (88-92 %) is prescribed
public record PatientPlan(
        int version,
        Instant publishedAt,
        ZoneId zone,
        String ended,
        List<PlanLimits> limits,
        List<Period> targetRange) {
    public PatientPlan {
        limits = List.copyOf(limits);
        targetRange = List.copyOf(targetRange);
    }

    public boolean hasEnded() {
        return !ended.isEmpty();
    }
}
