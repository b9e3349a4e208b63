package org.homeward.gateway.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A patient's care plan: what is due, the thresholds and where they come from, scores, activities,
/// pauses. Absent `confirm` and `exitBand` mean the default pack's.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CarePlanView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) int version,
        @Schema(required = true) String state,
        @Nullable String timeZone,
        @Nullable LocalDate reviewOn,
        @Schema(required = true) List<Object> packs,
        @Schema(required = true) List<Object> goals,
        @Schema(required = true) List<Measurement> measurements,
        @Schema(required = true) List<Threshold> thresholds,
        @Schema(required = true) List<Score> scores,
        @Schema(required = true) List<Activity> activities,
        @Schema(required = true) List<Pause> pauses,
        Map<String, Object> owners,
        @Nullable String reason) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Measurement(
            @Nullable String id,
            @Schema(required = true) String code,
            @Schema(required = true) int perDay,
            List<String> windows) {
        public Measurement {
            windows = Given.list(windows);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Threshold(
            @Nullable String id,
            @Schema(required = true) String code,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal exitBand,
            @Nullable Confirm confirm,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String origin,
            @Nullable String author,
            @Nullable String reason) {}

    @Schema(name = "PlanConfirm")
    public record Confirm(@Schema(required = true) int n, @Schema(required = true) int of) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Score(@Schema(required = true) String kind, @Nullable Integer spo2Scale) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Activity(
            @Schema(required = true) String id,
            @Nullable UUID taskId,
            List<UUID> alertIds,
            @Schema(required = true) String status) {
        public Activity {
            alertIds = Given.list(alertIds);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pause(
            @Nullable String id,
            @Nullable String reason,
            @Nullable Instant from,
            @Nullable Instant to) {}

    public CarePlanView {
        packs = Given.list(packs);
        goals = Given.list(goals);
        measurements = Given.list(measurements);
        thresholds = Given.list(thresholds);
        scores = Given.list(scores);
        activities = Given.list(activities);
        pauses = Given.list(pauses);
        owners = Given.map(owners);
    }

    /// The plan as a carer sees it.
    public CarePlanView withoutThresholds() {
        return new CarePlanView(
                id,
                patientId,
                version,
                state,
                timeZone,
                reviewOn,
                packs,
                goals,
                measurements,
                List.of(),
                List.of(),
                activities,
                pauses,
                owners,
                null);
    }
}
