package org.homeward.followup.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.plan.Confirm;
import org.homeward.followup.plan.Measurement;
import org.homeward.followup.plan.Pause;
import org.homeward.followup.plan.Score;
import org.homeward.followup.plan.Threshold;
import org.homeward.followup.plan.Window;
import org.homeward.followup.task.Task;
import org.homeward.followup.team.CareTeam;
import org.jspecify.annotations.Nullable;

/// A care plan. Its activities are the patient's latest tasks, shown beside the plan's version and
/// not part of it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CarePlanView(
        UUID id,
        UUID patientId,
        int version,
        String state,
        String timeZone,
        @Nullable LocalDate reviewOn,
        List<String> packs,
        List<String> goals,
        List<MeasurementView> measurements,
        List<ThresholdView> thresholds,
        List<Score> scores,
        List<Activity> activities,
        List<Pause> pauses,
        Map<String, String> owners,
        @Nullable String reason,
        @Nullable RelationView relation) {

    record MeasurementView(String id, String code, int perDay, List<String> windows) {
        static MeasurementView of(Measurement m) {
            List<String> windows = m.windows().stream().map(Window::text).toList();
            return new MeasurementView(m.id(), m.code(), m.perDay(), windows);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ThresholdView(
            String id,
            String code,
            String priority,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal exitBand,
            @Nullable Confirm confirm,
            Instant from,
            @Nullable Instant to,
            String origin,
            String author,
            String reason,
            int planVersion) {
        static ThresholdView of(Threshold t) {
            return new ThresholdView(
                    t.id(),
                    t.code(),
                    t.priority(),
                    t.low(),
                    t.high(),
                    t.exitBand(),
                    t.confirm(),
                    t.from(),
                    t.to(),
                    t.origin(),
                    t.author(),
                    t.reason(),
                    t.planVersion());
        }
    }

    record Activity(UUID id, UUID taskId, List<UUID> alertIds, String status) {
        static Activity of(CarePlan plan, Task task) {
            UUID taskId = task.facts().id().value();
            String status =
                    switch (task.status()) {
                        case "open" -> task.assignee() == null ? "scheduled" : "in-progress";
                        default -> task.status();
                    };
            return new Activity(
                    Uuids.v5(plan.id(), taskId.toString()),
                    taskId,
                    task.facts().alertIds(),
                    status);
        }
    }

    static CarePlanView of(CarePlan plan, List<Task> tasks, @Nullable CareTeam careTeam) {
        return new CarePlanView(
                plan.id(),
                plan.patientId().value(),
                plan.version(),
                plan.state(),
                plan.timeZone(),
                plan.reviewOn(),
                plan.packs(),
                plan.goals(),
                plan.measurements().stream().map(MeasurementView::of).toList(),
                plan.thresholds().stream().map(ThresholdView::of).toList(),
                plan.scores(),
                tasks.stream().map(t -> Activity.of(plan, t)).toList(),
                plan.pauses(),
                plan.owners(),
                plan.reason().isEmpty() ? null : plan.reason(),
                careTeam == null ? null : RelationView.of(careTeam));
    }
}
