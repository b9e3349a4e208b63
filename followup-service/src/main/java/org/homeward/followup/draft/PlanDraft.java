package org.homeward.followup.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.homeward.followup.plan.Pause;
import org.homeward.followup.plan.Score;
import org.jspecify.annotations.Nullable;

/// A care plan as somebody asks for it: what the server stamps is not in it.
///
/// @param reason of the change
public record PlanDraft(
        String timeZone,
        @Nullable LocalDate reviewOn,
        List<String> packs,
        List<String> goals,
        List<MeasurementDraft> measurements,
        List<ThresholdDraft> thresholds,
        List<Score> scores,
        List<Pause> pauses,
        Map<String, String> owners,
        @Nullable String reason) {
    public PlanDraft {
        packs = List.copyOf(packs);
        goals = List.copyOf(goals);
        measurements = List.copyOf(measurements);
        thresholds = List.copyOf(thresholds);
        scores = List.copyOf(scores);
        pauses = List.copyOf(pauses);
        owners = Map.copyOf(owners);
    }
}
