package org.homeward.gateway;

import java.time.Instant;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionKind;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.events.v1.TaskOpened;
import org.jspecify.annotations.Nullable;

/// Events as the services publish them.
public final class Events {
    private Events() {}

    public static void raised(String patient, String alert, AlertPriority priority) {
        raised(patient, alert, priority, Instant.now());
    }

    public static void raised(
            String patient, String alert, AlertPriority priority, Instant raisedAt) {
        Ward.send(
                EventType.ALERT_RAISED,
                patient,
                AlertRaised.newBuilder()
                        .setAlertId(Ward.bytes(alert))
                        .setEpisodeId(Ward.bytes(alert))
                        .setPatientId(Ward.bytes(patient))
                        .setRuleId("hr-high")
                        .setPriority(priority)
                        .setStatus(AlertStatus.ALERT_STATUS_OPEN)
                        .setRaisedAt(Decimals.toWire(raisedAt))
                        .putSentences("en", "Heart rate is high")
                        .putSentences("fr", "La fréquence cardiaque est élevée")
                        .build());
    }

    public static void acknowledged(String patient, String alert, String by) {
        Ward.send(
                EventType.ALERT_ACKNOWLEDGED,
                patient,
                AlertAcknowledged.newBuilder()
                        .setAction(
                                AlertActionTaken.newBuilder()
                                        .setAlertId(Ward.bytes(alert))
                                        .setPatientId(Ward.bytes(patient))
                                        .setKind(AlertActionKind.ALERT_ACTION_KIND_ACKNOWLEDGED)
                                        .setBy(by)
                                        .setAt(Decimals.toWire(Instant.now()))
                                        .setStatus(AlertStatus.ALERT_STATUS_ACKNOWLEDGED))
                        .build());
    }

    public static void cleared(String patient, String alert) {
        Ward.send(
                EventType.ALERT_CLEARED,
                patient,
                AlertCleared.newBuilder()
                        .setAlertId(Ward.bytes(alert))
                        .setPatientId(Ward.bytes(patient))
                        .setClearedAt(Decimals.toWire(Instant.now()))
                        .setReason("resolved")
                        .build());
    }

    public static void taskOpened(String patient, String task, Instant dueAt) {
        Ward.send(
                EventType.TASK_OPENED,
                patient,
                TaskOpened.newBuilder()
                        .setTaskId(Ward.bytes(task))
                        .setPatientId(Ward.bytes(patient))
                        .setKind("review-alert")
                        .setPriority("high")
                        .setOpenedAt(Decimals.toWire(dueAt))
                        .setDueAt(Decimals.toWire(dueAt))
                        .build());
    }

    public static void reading(String patient, String reading, Instant measuredAt) {
        Ward.send(
                EventType.READING_RECORDED,
                patient,
                ReadingRecorded.newBuilder()
                        .setReadingId(Ward.bytes(reading))
                        .setPatientId(Ward.bytes(patient))
                        .setVersion(1)
                        .setCode("8310-5")
                        .setValue(
                                Quantity.newBuilder()
                                        .setValue(
                                                Decimals.toWire(new java.math.BigDecimal("36.80")))
                                        .setUnit("Cel"))
                        .setMeasuredAt(Decimals.toWire(measuredAt))
                        .setRecordedAt(Decimals.toWire(measuredAt))
                        .build());
    }

    public static void voided(
            String patient, String reading, Instant measuredAt, @Nullable Instant newest) {
        ReadingVoided.Builder event =
                ReadingVoided.newBuilder()
                        .setReadingId(Ward.bytes(reading))
                        .setPatientId(Ward.bytes(patient))
                        .setVersion(2)
                        .setReason("entered-in-error")
                        .setMeasuredAt(Decimals.toWire(measuredAt))
                        .addCodes("8310-5");
        if (newest != null) {
            event.setNewestMeasuredAt(Decimals.toWire(newest));
        }
        Ward.send(EventType.READING_VOIDED, patient, event.build());
    }
}
