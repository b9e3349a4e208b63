package org.homeward.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// Somebody has seen the alert and takes it. The second to try learns who and when.
@ApplicationScoped
public class AcknowledgeAlert {
    private final Alerts alerts;

    @Inject
    AcknowledgeAlert(Alerts alerts) {
        this.alerts = alerts;
    }

    public Uni<Alert> apply(UUID id, AlertAction action) {
        return alerts.change(id, alert -> decide(alert, action));
    }

    static AlertChange decide(Alert alert, AlertAction action) {
        Refusals.refuseIfOver(alert);
        if (alert.status() == Alert.Status.ACKNOWLEDGED) {
            throw Refusals.alreadyAcknowledged(alert);
        }
        Alert.Human next =
                new Alert.Human(
                        Alert.Status.ACKNOWLEDGED,
                        action.actor().subject(),
                        action.at(),
                        alert.human().assignee(),
                        null,
                        null);
        return new AlertChange(alert.with(next), AlertChange.Kind.ACKNOWLEDGED, action);
    }
}
