package org.homeward.followup.kafka;

import java.time.Instant;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionKind;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;

/// Events of topic `alerts` as alert-service writes them.
final class Alerts {
    private Alerts() {}

    static AlertRaised raised(UUID alert, UUID episode, UUID patient, AlertPriority priority) {
        Instant now = Instant.now();
        return AlertRaised.newBuilder()
                .setAlertId(Uuids.toBytes(alert))
                .setEpisodeId(Uuids.toBytes(episode))
                .setPatientId(Uuids.toBytes(patient))
                .setRuleId("default/spo2-low")
                .setRuleVersion("2026.1")
                .setPriority(priority)
                .setStatus(AlertStatus.ALERT_STATUS_OPEN)
                .setRaisedAt(Decimals.toWire(now))
                .setOnsetAt(Decimals.toWire(now))
                .setCode("59408-5")
                .setDirection("low")
                .build();
    }

    static AlertAcknowledged acknowledged(UUID alert, UUID patient, String by) {
        return AlertAcknowledged.newBuilder()
                .setAction(
                        AlertActionTaken.newBuilder()
                                .setAlertId(Uuids.toBytes(alert))
                                .setPatientId(Uuids.toBytes(patient))
                                .setKind(AlertActionKind.ALERT_ACTION_KIND_ACKNOWLEDGED)
                                .setBy(by)
                                .setAt(Decimals.toWire(Instant.now())))
                .build();
    }

    static AlertCleared cleared(UUID alert, UUID episode, UUID patient, String reason) {
        return AlertCleared.newBuilder()
                .setAlertId(Uuids.toBytes(alert))
                .setEpisodeId(Uuids.toBytes(episode))
                .setPatientId(Uuids.toBytes(patient))
                .setClearedAt(Decimals.toWire(Instant.now()))
                .setReason(reason)
                .setEpisodeClosed(true)
                .build();
    }
}
