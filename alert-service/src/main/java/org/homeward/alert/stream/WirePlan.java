package org.homeward.alert.stream;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Origin;
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rulebook.PatientPlan;
import org.homeward.alert.rulebook.Period;
import org.homeward.alert.rulebook.PlanLimits;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.events.Decimals;
import org.homeward.events.v1.Decimal;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.PlanScore;
import org.homeward.events.v1.PlanThreshold;
import org.jspecify.annotations.Nullable;

/// A monitoring plan as it travels, and what the evaluator takes from it.
final class WirePlan {
    private WirePlan() {}

    /// The plan's thresholds, scales and zone.
    ///
    /// @throws IllegalArgumentException if a threshold cannot be applied, such as 3 of 2 samples
    static PatientPlan plan(MonitoringPlanPublished event) {
        List<Period> targets =
                event.getScoresList().stream()
                        .filter(s -> s.getKind().equals("news2") && s.getSpo2Scale() == 2)
                        .map(PlanScore::getPeriod)
                        .map(WirePlan::period)
                        .toList();
        return new PatientPlan(
                event.getVersion(),
                event.hasPublishedAt() ? Decimals.fromWire(event.getPublishedAt()) : Instant.EPOCH,
                zone(event.getTimeZone()),
                event.getEnded(),
                event.getThresholdsList().stream().map(t -> limits(t, event.getVersion())).toList(),
                targets);
    }

    private static PlanLimits limits(PlanThreshold wire, int version) {
        String code =
                CodeTable.standard().loinc(wire.getCode()).map(Code::loinc).orElse(wire.getCode());
        int planVersion = wire.getPlanVersion() == 0 ? version : wire.getPlanVersion();
        String kind = wire.getOrigin().isEmpty() ? "patient" : wire.getOrigin();
        return new PlanLimits(
                wire.getId(),
                code,
                decimal(wire.hasLow(), wire.getLow()),
                decimal(wire.hasHigh(), wire.getHigh()),
                decimal(wire.hasExitBand(), wire.getExitBand()),
                wire.getConfirmN() == 0
                        ? null
                        : new Confirm(
                                wire.getConfirmN(),
                                Math.max(wire.getConfirmN(), wire.getConfirmOf())),
                wire.getPriority().isEmpty() ? Priority.HIGH : Priority.named(wire.getPriority()),
                period(wire.getPeriod()),
                new Origin(
                        kind.equals("pack") ? "condition" : kind,
                        "",
                        wire.getAuthor(),
                        planVersion,
                        ""));
    }

    private static @Nullable BigDecimal decimal(boolean present, Decimal value) {
        return present ? Decimals.fromWire(value) : null;
    }

    private static Period period(org.homeward.events.v1.Period wire) {
        return new Period(
                wire.hasFrom() ? Decimals.fromWire(wire.getFrom()) : null,
                wire.hasUntil() ? Decimals.fromWire(wire.getUntil()) : null);
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
