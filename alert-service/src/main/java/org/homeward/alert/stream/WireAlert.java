package org.homeward.alert.stream;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.evidence.Evidence;
import org.homeward.alert.evidence.Sentences;
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rulebook.PatientPlan;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.AlertUpdated;
import org.jspecify.annotations.Nullable;

/// Alerts as they travel.
final class WireAlert {
    private WireAlert() {}

    static AlertRaised raised(
            UUID patient, UUID episode, OpenAlert alert, @Nullable PatientPlan plan) {
        boolean history = alert.cause() == OpenAlert.Cause.HISTORY;
        AlertRaised.Builder event =
                AlertRaised.newBuilder()
                        .setAlertId(Uuids.toBytes(alert.id()))
                        .setEpisodeId(Uuids.toBytes(episode))
                        .setPatientId(Uuids.toBytes(patient))
                        .setRuleId(alert.rule().id())
                        .setRuleVersion(alert.rule().version())
                        .setPriority(priority(alert.priority()))
                        .setStatus(
                                history
                                        ? AlertStatus.ALERT_STATUS_RETROSPECTIVE
                                        : AlertStatus.ALERT_STATUS_OPEN)
                        .setRaisedAt(Decimals.toWire(alert.raisedAt()))
                        .setOnsetId(Uuids.toBytes(alert.onsetId()))
                        .setOnsetAt(Decimals.toWire(alert.onset().measuredAt()))
                        .setCode(alert.rule().code())
                        .setDirection(alert.rule().direction().wire())
                        .putAllSentences(Sentences.of(alert, Ward.zone(plan)))
                        .setEvidenceJson(Evidence.of(alert))
                        .setDerivation(alert.derivation());
        if (plan != null) {
            event.setPlanPublishedAt(Decimals.toWire(plan.publishedAt()));
        }
        return event.build();
    }

    static AlertUpdated updated(UUID patient, Effect.Updated effect, @Nullable PatientPlan plan) {
        OpenAlert alert = effect.alert();
        return AlertUpdated.newBuilder()
                .setAlertId(Uuids.toBytes(alert.id()))
                .setPatientId(Uuids.toBytes(patient))
                .setPriority(priority(alert.priority()))
                .setUpdatedAt(Decimals.toWire(effect.at()))
                .putAllSentences(Sentences.of(alert, effect.change(), Ward.zone(plan)))
                .setEvidenceJson(Evidence.of(alert))
                .setSequence(alert.sequence())
                .build();
    }

    static AlertCleared cleared(UUID patient, UUID episode, Effect.Cleared effect, boolean last) {
        return cleared(patient, episode, effect.alert().id(), effect.at())
                .setReason(effect.reason().wire())
                .setEvidenceJson(Evidence.of(effect.alert()))
                .setEpisodeClosed(last)
                .build();
    }

    static AlertRaised raised(UUID patient, UUID episode, TechnicalAlert alert, List<UUID> about) {
        return AlertRaised.newBuilder()
                .setAlertId(Uuids.toBytes(alert.id()))
                .setEpisodeId(Uuids.toBytes(episode))
                .setPatientId(Uuids.toBytes(patient))
                .setRuleId(alert.kind().ruleId())
                .setRuleVersion(alert.ruleVersion())
                .setPriority(AlertPriority.ALERT_PRIORITY_TECHNICAL)
                .setStatus(AlertStatus.ALERT_STATUS_OPEN)
                .setRaisedAt(Decimals.toWire(alert.at()))
                .setOnsetId(Uuids.toBytes(alert.onset()))
                .setOnsetAt(Decimals.toWire(alert.at()))
                .setDirection("technical")
                .putAllSentences(Sentences.of(alert))
                .setEvidenceJson(Evidence.of(alert, about))
                .build();
    }

    static AlertCleared.Builder cleared(UUID patient, UUID episode, UUID alert, Instant at) {
        return AlertCleared.newBuilder()
                .setAlertId(Uuids.toBytes(alert))
                .setEpisodeId(Uuids.toBytes(episode))
                .setPatientId(Uuids.toBytes(patient))
                .setClearedAt(Decimals.toWire(at));
    }

    /// The id of an event about an alert: the same however often it is made.
    static UUID eventId(UUID alert, Message event) {
        String which = event instanceof AlertUpdated u ? Integer.toString(u.getSequence()) : "";
        return Uuids.v5(alert, event.getDescriptorForType().getName(), which);
    }

    private static AlertPriority priority(Priority priority) {
        return switch (priority) {
            case CRITICAL -> AlertPriority.ALERT_PRIORITY_CRITICAL;
            case HIGH -> AlertPriority.ALERT_PRIORITY_HIGH;
            case MEDIUM -> AlertPriority.ALERT_PRIORITY_MEDIUM;
            case LOW -> AlertPriority.ALERT_PRIORITY_LOW;
            case TECHNICAL -> AlertPriority.ALERT_PRIORITY_TECHNICAL;
        };
    }
}
