package org.homeward.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// Gives the alert back: nobody has it, and it is open for somebody to see again.
@ApplicationScoped
public class ReleaseAlert {
    private final Alerts alerts;

    @Inject
    ReleaseAlert(Alerts alerts) {
        this.alerts = alerts;
    }

    public Uni<Alert> apply(UUID id, AlertAction action) {
        return alerts.change(id, alert -> decide(alert, action));
    }

    static AlertChange decide(Alert alert, AlertAction action) {
        Refusals.refuseIfOver(alert);
        Alert.Human next = new Alert.Human(Alert.Status.OPEN, null, null, null, null, null);
        return new AlertChange(alert.with(next), AlertChange.Kind.RELEASED, action);
    }
}
