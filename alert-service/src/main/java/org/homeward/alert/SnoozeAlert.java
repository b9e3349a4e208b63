package org.homeward.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.alert.rule.Priority;
import org.jspecify.annotations.Nullable;

/// Puts one alert aside for a while. It concerns this alert's measure and direction alone, never a
/// critical one, and a worsening breaks it.
@ApplicationScoped
public class SnoozeAlert {
    private final Alerts alerts;
    private final Duration longest;

    @Inject
    SnoozeAlert(Alerts alerts, AlertConfig config) {
        this.alerts = alerts;
        this.longest = config.longestSnooze();
    }

    public Uni<Alert> apply(UUID id, @Nullable Instant until, AlertAction action) {
        if (until == null
                || !until.isAfter(action.at())
                || until.isAfter(action.at().plus(longest))) {
            throw Refusals.unprocessable(
                    "SNOOZE_TIME", "until", "a time within the next " + longest.toHours() + " h");
        }
        return alerts.change(id, alert -> decide(alert, until, action));
    }

    static AlertChange decide(Alert alert, Instant until, AlertAction action) {
        Refusals.refuseIfOver(alert);
        if (alert.facts().priority() == Priority.CRITICAL) {
            throw Refusals.unprocessable(
                    "CRITICAL_NOT_SNOOZED", "until", "a critical alert cannot be snoozed");
        }
        Alert.Human was = alert.human();
        Alert.Human next =
                new Alert.Human(
                        Alert.Status.SNOOZED,
                        was.acknowledgedBy(),
                        was.acknowledgedAt(),
                        was.assignee(),
                        until,
                        null);
        return new AlertChange(alert.with(next), AlertChange.Kind.SNOOZED, action);
    }
}
