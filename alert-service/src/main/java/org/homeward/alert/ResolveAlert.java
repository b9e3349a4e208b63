package org.homeward.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.homeward.alert.rule.Priority;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Ends an alert with an outcome. The evaluator confirms it, and raises a new alert if the
/// condition still holds on the next readings.
@ApplicationScoped
public class ResolveAlert {
    public static final Set<String> OUTCOMES =
            Set.of("treated", "technique", "watch", "referred", "no-action", "other");

    private final Alerts alerts;

    @Inject
    ResolveAlert(Alerts alerts) {
        this.alerts = alerts;
    }

    public Uni<Alert> apply(UUID id, @Nullable String outcome, AlertAction action) {
        if (outcome == null || !OUTCOMES.contains(outcome)) {
            throw Refusals.unprocessable(
                    "UNKNOWN_OUTCOME", "outcome", "one of the known outcomes is needed");
        }
        return alerts.change(id, alert -> decide(alert, outcome, action));
    }

    static AlertChange decide(Alert alert, String outcome, AlertAction action) {
        Refusals.refuseIfOver(alert);
        if (alert.facts().priority() == Priority.CRITICAL
                && !action.actor().role().equals("physician")) {
            throw new Problem(
                    403,
                    "CRITICAL_NEEDS_PHYSICIAN",
                    "A critical alert is resolved by a physician.");
        }
        Alert.Human was = alert.human();
        Alert.Human next =
                new Alert.Human(
                        Alert.Status.CLOSED,
                        was.acknowledgedBy(),
                        was.acknowledgedAt(),
                        was.assignee(),
                        was.snoozedUntil(),
                        new Alert.Closing(
                                action.at(), "resolved", action.actor().subject(), outcome));
        return new AlertChange(alert.with(next), AlertChange.Kind.RESOLVED, action);
    }
}
