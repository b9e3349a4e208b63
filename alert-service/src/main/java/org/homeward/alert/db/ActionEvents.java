package org.homeward.alert.db;

import java.time.Instant;
import java.util.UUID;
import org.homeward.alert.Alert;
import org.homeward.alert.AlertChange;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertActionKind;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertStatus;
import org.homeward.kit.outbox.OutboxEvent;

/// A human command as the event that tells the evaluator. The note stays behind.
final class ActionEvents {
    private ActionEvents() {}

    /// The event of a change.
    ///
    /// @param version the row's version afterwards, which makes the event's id unique and
    ///   repeatable
    static OutboxEvent of(AlertChange change, int version) {
        Alert alert = change.next();
        UUID id = Uuids.v5(alert.id(), change.kind().wire(), Integer.toString(version));
        AlertActionTaken.Builder event =
                AlertActionTaken.newBuilder()
                        .setId(Uuids.toBytes(id))
                        .setAlertId(Uuids.toBytes(alert.id()))
                        .setPatientId(Uuids.toBytes(alert.facts().patientId()))
                        .setKind(kind(change.kind()))
                        .setBy(change.action().actor().subject())
                        .setRole(change.action().actor().role())
                        .setAt(Decimals.toWire(change.action().at()))
                        .setStatus(status(alert.status()));
        details(event, change);
        return new OutboxEvent(
                id,
                EventType.ALERT_ACTION_TAKEN,
                alert.facts().patientId(),
                event.build(),
                change.action().at());
    }

    private static void details(AlertActionTaken.Builder event, AlertChange change) {
        String outcome = change.outcome();
        if (outcome != null) {
            event.setOutcome(outcome);
        }
        String assignee = change.next().human().assignee();
        if (assignee != null) {
            event.setAssignee(assignee);
        }
        Instant until = change.until();
        if (until != null) {
            event.setUntil(Decimals.toWire(until));
        }
    }

    private static AlertActionKind kind(AlertChange.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> AlertActionKind.ALERT_ACTION_KIND_ACKNOWLEDGED;
            case ASSIGNED -> AlertActionKind.ALERT_ACTION_KIND_ASSIGNED;
            case SNOOZED -> AlertActionKind.ALERT_ACTION_KIND_SNOOZED;
            case RESOLVED -> AlertActionKind.ALERT_ACTION_KIND_RESOLVED;
            case RELEASED -> AlertActionKind.ALERT_ACTION_KIND_RELEASED;
        };
    }

    private static AlertStatus status(Alert.Status status) {
        return switch (status) {
            case OPEN -> AlertStatus.ALERT_STATUS_OPEN;
            case ACKNOWLEDGED -> AlertStatus.ALERT_STATUS_ACKNOWLEDGED;
            case SNOOZED -> AlertStatus.ALERT_STATUS_SNOOZED;
            case CLOSED -> AlertStatus.ALERT_STATUS_CLOSED;
            case RETROSPECTIVE -> AlertStatus.ALERT_STATUS_RETROSPECTIVE;
        };
    }
}
