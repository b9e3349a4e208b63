package org.homeward.followup.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.Standing;
import org.jspecify.annotations.Nullable;

/// One version of a patient's care plan. Every version is kept.
///
/// @param state active, or ended once the patient died or was discharged
/// @param author the Keycloak subject of who made this version
/// @param at since when it is in force
public record CarePlan(
        UUID id,
        PatientId patientId,
        int version,
        String state,
        String timeZone,
        @Nullable LocalDate reviewOn,
        List<String> packs,
        List<String> goals,
        List<Measurement> measurements,
        List<Threshold> thresholds,
        List<Score> scores,
        List<Pause> pauses,
        Map<String, String> owners,
        String reason,
        String author,
        Instant at) {
    public static final String ACTIVE = "active";
    public static final String ENDED = "ended";
    public static final String DEFAULT_PACK = "default";

    public CarePlan {
        packs = List.copyOf(packs);
        goals = List.copyOf(goals);
        measurements = List.copyOf(measurements);
        thresholds = List.copyOf(thresholds);
        scores = List.copyOf(scores);
        pauses = List.copyOf(pauses);
        owners = Map.copyOf(owners);
    }

    /// Version 1: the default pack, nothing due.
    public static CarePlan first(
            UUID id, PatientId patient, String timeZone, Standing standing, Authorship by) {
        return new CarePlan(
                id,
                patient,
                1,
                stateOf(standing),
                timeZone,
                null,
                List.of(DEFAULT_PACK),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "",
                by.subject(),
                by.at());
    }

    /// The next version, which follows the patient's standing and differs in nothing else.
    public CarePlan following(Standing standing, Authorship by) {
        return new CarePlan(
                id,
                patientId,
                version + 1,
                stateOf(standing),
                timeZone,
                reviewOn,
                packs,
                goals,
                measurements,
                thresholds,
                scores,
                pauses,
                owners,
                standing.code(),
                by.subject(),
                by.at());
    }

    private static String stateOf(Standing standing) {
        return standing == Standing.ACTIVE ? ACTIVE : ENDED;
    }

    public boolean asksForSomething() {
        return !measurements.isEmpty();
    }

    public boolean isPaused(Instant now) {
        return pauses.stream().anyMatch(p -> p.period().covers(now));
    }

    /// When a pause next begins or ends; null: never.
    public @Nullable Instant nextBoundary(Instant now) {
        return pauses.stream()
                .flatMap(p -> Stream.of(p.from(), p.to()))
                .filter(t -> t.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
