package org.homeward.alert.rulebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the evaluator needs of a patient's monitoring plan: thresholds and SpO2 scales with their
/// periods, so that late readings are judged by the plan of their own time.
///
/// @param version the care plan's version; only a higher one replaces it
/// @param ended deceased or discharged; empty while the patient is followed
/// @param limits by code, of those that may hold at one time the one that applies first
/// @param targetRange when NEWS2's SpO2 scale 2 (88-92 %) is prescribed
public record PatientPlan(
        int version,
        Instant publishedAt,
        ZoneId zone,
        String ended,
        Map<String, List<PlanLimits>> limits,
        List<Period> targetRange) {
    /// What was decided last, and of that what begins last.
    private static final Comparator<PlanLimits> LATEST =
            Comparator.comparingInt((PlanLimits l) -> l.origin().planVersion())
                    .thenComparing(
                            l -> l.period().from(),
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(PlanLimits::id);

    public PatientPlan {
        limits = Map.copyOf(limits);
        targetRange = List.copyOf(targetRange);
    }

    /// With the limits in any order.
    public PatientPlan(
            int version,
            Instant publishedAt,
            ZoneId zone,
            String ended,
            List<PlanLimits> limits,
            List<Period> targetRange) {
        this(version, publishedAt, zone, ended, byCode(limits), targetRange);
    }

    private static Map<String, List<PlanLimits>> byCode(List<PlanLimits> limits) {
        return limits.stream()
                .sorted(LATEST.reversed())
                .collect(Collectors.groupingBy(PlanLimits::code, Collectors.toUnmodifiableList()));
    }

    /// Of a code, the one that applies first in front.
    public List<PlanLimits> limits(String code) {
        return limits.getOrDefault(code, List.of());
    }

    public boolean hasEnded() {
        return !ended.isEmpty();
    }
}
