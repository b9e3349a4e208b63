package org.homeward.alert.stream;

import com.google.protobuf.Message;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertAssigned;
import org.homeward.events.v1.AlertReleased;
import org.homeward.events.v1.AlertResolved;
import org.homeward.events.v1.AlertSnoozed;
import org.homeward.events.v1.AlertStatus;

/// What a person did, as it travels.
final class WireAction {
    private WireAction() {}

    static Message event(AlertActionTaken action) {
        return switch (action.getKind()) {
            case ALERT_ACTION_KIND_ACKNOWLEDGED ->
                    AlertAcknowledged.newBuilder().setAction(action).build();
            case ALERT_ACTION_KIND_ASSIGNED -> AlertAssigned.newBuilder().setAction(action).build();
            case ALERT_ACTION_KIND_SNOOZED -> AlertSnoozed.newBuilder().setAction(action).build();
            case ALERT_ACTION_KIND_RESOLVED -> AlertResolved.newBuilder().setAction(action).build();
            case ALERT_ACTION_KIND_RELEASED -> AlertReleased.newBuilder().setAction(action).build();
            case ALERT_ACTION_KIND_UNSPECIFIED, UNRECOGNIZED ->
                    throw new IllegalArgumentException("an action of no known kind");
        };
    }

    /// Whether somebody has the alert in view afterwards.
    static boolean isSeen(AlertStatus status) {
        return status == AlertStatus.ALERT_STATUS_ACKNOWLEDGED
                || status == AlertStatus.ALERT_STATUS_SNOOZED;
    }
}
