package org.homeward.followup.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.homeward.followup.draft.MeasurementDraft;
import org.homeward.followup.draft.PlanDraft;
import org.homeward.followup.draft.ThresholdDraft;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.Standing;
import org.jspecify.annotations.Nullable;

/// Plans and drafts to start tests from.
public final class Plans {
    public static final Instant T0 = Instant.parse("2026-11-01T08:00:00Z");
    public static final PatientId PATIENT = new PatientId(new UUID(1, 1));

    private Plans() {}

    public static Supplier<UUID> ids() {
        AtomicLong next = new AtomicLong();
        return () -> new UUID(7, next.incrementAndGet());
    }

    public static Authorship physician(Instant at) {
        return new Authorship("physician-1", true, at, ids());
    }

    public static Authorship nurse(Instant at) {
        return new Authorship("nurse-1", false, at, ids());
    }

    public static CarePlan first() {
        return CarePlan.first(new UUID(2, 2), PATIENT, "Europe/Paris", Standing.ACTIVE, nurse(T0));
    }

    public static PlanDraft draft(List<ThresholdDraft> thresholds, @Nullable String reason) {
        return draft(
                CarePlan.first(new UUID(2, 2), PATIENT, "Europe/Paris", Standing.ACTIVE, nurse(T0)),
                thresholds,
                reason);
    }

    public static PlanDraft draft(
            CarePlan plan, List<ThresholdDraft> thresholds, @Nullable String reason) {
        return new PlanDraft(
                plan.timeZone(),
                plan.reviewOn(),
                plan.packs(),
                plan.goals(),
                List.of(),
                thresholds,
                plan.scores(),
                plan.pauses(),
                plan.owners(),
                reason);
    }

    public static ThresholdDraft threshold(
            String code, @Nullable String low, @Nullable String high) {
        return new ThresholdDraft(
                null,
                code,
                "",
                low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high),
                null,
                null,
                null);
    }

    public static PlanDraft measuring(MeasurementDraft... measurements) {
        return new PlanDraft(
                "Europe/Paris",
                null,
                List.of("default"),
                List.of(),
                List.of(measurements),
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of(),
                null);
    }
}
