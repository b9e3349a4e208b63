package org.homeward.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives the alert to a person to deal with. Being given an alert is not having seen it: the status
/// stays.
@ApplicationScoped
public class AssignAlert {
    private static final int LONGEST = 64;

    private final Alerts alerts;

    @Inject
    AssignAlert(Alerts alerts) {
        this.alerts = alerts;
    }

    /// Refuses an unusable assignee, and an alert that is over.
    ///
    /// @param assignee the Keycloak subject
    public Uni<Alert> apply(UUID id, @Nullable String assignee, AlertAction action) {
        if (assignee == null || !isId(assignee)) {
            throw Refusals.unprocessable("NO_ASSIGNEE", "assignee", "a person's id is needed");
        }
        return alerts.change(id, alert -> decide(alert, assignee, action));
    }

    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0;
    }

    static AlertChange decide(Alert alert, String assignee, AlertAction action) {
        Refusals.refuseIfOver(alert);
        Alert.Human was = alert.human();
        Alert.Human next =
                new Alert.Human(
                        was.status(),
                        was.acknowledgedBy(),
                        was.acknowledgedAt(),
                        assignee,
                        was.snoozedUntil(),
                        null);
        return new AlertChange(alert.with(next), AlertChange.Kind.ASSIGNED, action);
    }
}
