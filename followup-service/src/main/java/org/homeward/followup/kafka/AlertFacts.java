package org.homeward.followup.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertAssigned;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertReleased;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.followup.episode.AlertFact;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Priority;
import org.jspecify.annotations.Nullable;

/// Reads the records of topic `alerts`.
final class AlertFacts {
    private AlertFacts() {}

    /// The fact in a record; empty for one that does not concern tasks.
    ///
    /// @throws UnreadableRecord if the record is not what the contract says
    static Optional<AlertFact> read(ConsumerRecord<byte[], byte[]> record) {
        EventType type =
                EventType.of(record.headers())
                        .orElseThrow(() -> new UnreadableRecord("unknown event name"));
        if (record.key() == null || record.value() == null) {
            throw new UnreadableRecord("no key or no value");
        }
        try {
            return read(type.parse(record.value()));
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableRecord("not a " + type.wireName());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("an id of the " + type.wireName() + " is not one");
        }
    }

    private static Optional<AlertFact> read(Message event) {
        return switch (event) {
            case AlertRaised raised -> Optional.of(raised(raised));
            case AlertUpdated updated -> Optional.of(updated(updated));
            case AlertCleared cleared -> Optional.of(cleared(cleared));
            case AlertAcknowledged e -> Optional.of(claimed(e.getAction(), e.getAction().getBy()));
            case AlertAssigned e ->
                    Optional.of(claimed(e.getAction(), e.getAction().getAssignee()));
            case AlertReleased e -> Optional.of(claimed(e.getAction(), null));
            default -> Optional.empty();
        };
    }

    private static AlertFact raised(AlertRaised e) {
        return new AlertFact.Raised(
                Uuids.fromBytes(e.getAlertId()),
                new PatientId(Uuids.fromBytes(e.getPatientId())),
                Uuids.fromBytes(e.getEpisodeId()),
                e.getDirection().equals("technical")
                        ? Priority.TECHNICAL
                        : priority(e.getPriority()),
                Decimals.fromWire(e.getRaisedAt()),
                Decimals.fromWire(e.hasOnsetAt() ? e.getOnsetAt() : e.getRaisedAt()),
                e.getStatus() != AlertStatus.ALERT_STATUS_RETROSPECTIVE);
    }

    private static AlertFact updated(AlertUpdated e) {
        return new AlertFact.Updated(
                Uuids.fromBytes(e.getAlertId()),
                new PatientId(Uuids.fromBytes(e.getPatientId())),
                priority(e.getPriority()),
                Decimals.fromWire(e.getUpdatedAt()));
    }

    private static AlertFact cleared(AlertCleared e) {
        return new AlertFact.Cleared(
                Uuids.fromBytes(e.getAlertId()),
                new PatientId(Uuids.fromBytes(e.getPatientId())),
                Uuids.fromBytes(e.getEpisodeId()),
                Decimals.fromWire(e.getClearedAt()),
                e.getReason(),
                e.getEpisodeClosed());
    }

    private static AlertFact claimed(AlertActionTaken action, @Nullable String by) {
        return new AlertFact.Claimed(
                Uuids.fromBytes(action.getAlertId()),
                new PatientId(Uuids.fromBytes(action.getPatientId())),
                by == null || by.isEmpty() ? null : by,
                Decimals.fromWire(action.getAt()));
    }

    /// An alert of a priority that this version does not know is not let wait.
    private static Priority priority(AlertPriority priority) {
        return switch (priority) {
            case ALERT_PRIORITY_CRITICAL, ALERT_PRIORITY_UNSPECIFIED, UNRECOGNIZED ->
                    Priority.CRITICAL;
            case ALERT_PRIORITY_HIGH -> Priority.HIGH;
            case ALERT_PRIORITY_MEDIUM -> Priority.MEDIUM;
            case ALERT_PRIORITY_LOW -> Priority.LOW;
            case ALERT_PRIORITY_TECHNICAL -> Priority.TECHNICAL;
        };
    }
}
