package org.homeward.alert.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.homeward.alert.rule.Band;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Threshold;
import org.jspecify.annotations.Nullable;

/// The rules of one patient: the plan's where it has one, otherwise the default pack's. At most one
/// rule per measure, direction and time; which one is chosen by when the sample was taken.
///
/// @param plan null before the first plan has arrived
public record Rulebook(DefaultPack pack, @Nullable PatientPlan plan) {
    /// Nothing is judged any more once the plan has ended.
    public boolean isSilent() {
        return plan != null && plan.hasEnded();
    }

    public Optional<Threshold> rule(String code, Direction direction, Instant at) {
        Optional<Threshold> own =
                limits(code, at, direction).map(limits -> fromPlan(limits, direction));
        if (own.isPresent()) {
            return own;
        }
        if (pack.isOximetry(code)) {
            if (limits(code, at, null).isPresent()) {
                return Optional.empty();
            }
            if (hasTargetRange(at)) {
                return Optional.of(pack.targetRange(direction));
            }
        }
        return pack.rule(code, direction);
    }

    private Optional<PlanLimits> limits(String code, Instant at, @Nullable Direction direction) {
        if (plan == null) {
            return Optional.empty();
        }
        for (PlanLimits limits : plan.limits(code)) {
            if (limits.period().contains(at)
                    && (direction == null || limits.limit(direction) != null)) {
                return Optional.of(limits);
            }
        }
        return Optional.empty();
    }

    private boolean hasTargetRange(Instant at) {
        if (plan != null) {
            for (Period period : plan.targetRange()) {
                if (period.contains(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Threshold fromPlan(PlanLimits limits, Direction direction) {
        BigDecimal edge = limits.limit(direction);
        if (edge == null) {
            throw new IllegalArgumentException("a threshold without a limit in its direction");
        }
        BigDecimal exit = limits.exitBand();
        Confirm confirm = limits.confirm();
        Band band =
                new Band(
                        edge,
                        false,
                        exit == null ? pack.exitBand(limits.code()) : exit,
                        pack.urgent(limits.code(), direction));
        return new Threshold(
                "plan/" + limits.id() + "/" + direction.wire(),
                Integer.toString(limits.origin().planVersion()),
                limits.code(),
                direction,
                limits.priority(),
                band,
                confirm == null ? pack.confirm() : confirm,
                pack.rounding(limits.code()),
                pack.isOximetry(limits.code()) && direction == Direction.HIGH,
                limits.origin());
    }
}
