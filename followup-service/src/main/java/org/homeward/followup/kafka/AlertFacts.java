package org.homeward.followup.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertAssigned;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertReleased;
import org.homeward.events.v1.AlertResolved;
import org.homeward.events.v1.AlertSourceChanged;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.followup.episode.AlertFact;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Priority;
import org.homeward.kit.kafka.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/// Reads the records of topic `alerts`.
final class AlertFacts {
    private AlertFacts() {}

    /// The fact in a record; empty for one that does not concern tasks.
    ///
    /// @throws UnreadableRecord if the record is not what the contract says
    static Optional<AlertFact> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        EventType type =
                EventType.of(record.headers())
                        .orElseThrow(() -> new UnreadableRecord("UNKNOWN_EVENT"));
        if (record.key() == null) {
            throw new UnreadableRecord("NO_KEY");
        }
        if (record.value() == null) {
            throw new UnreadableRecord("NO_VALUE");
        }
        try {
            return read(type.parse(record.value()));
        } catch (InvalidProtocolBufferException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            throw new UnreadableRecord("UNREADABLE");
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
            case AlertResolved e -> acted(e.getAction());
            case AlertSourceChanged e -> Optional.of(sourceChanged(e));
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
                at(e.getRaisedAt()),
                at(e.hasOnsetAt() ? e.getOnsetAt() : e.getRaisedAt()),
                e.getStatus() != AlertStatus.ALERT_STATUS_RETROSPECTIVE);
    }

    private static AlertFact updated(AlertUpdated e) {
        return new AlertFact.Updated(
                Uuids.fromBytes(e.getAlertId()),
                new PatientId(Uuids.fromBytes(e.getPatientId())),
                priority(e.getPriority()),
                at(e.getUpdatedAt()));
    }

    private static AlertFact cleared(AlertCleared e) {
        return new AlertFact.Cleared(
                Uuids.fromBytes(e.getAlertId()),
                new PatientId(Uuids.fromBytes(e.getPatientId())),
                Uuids.fromBytes(e.getEpisodeId()),
                at(e.getClearedAt()),
                e.getReason(),
                e.getEpisodeClosed());
    }

    private static AlertFact claimed(AlertActionTaken action, @Nullable String by) {
        return new AlertFact.Claimed(
                Uuids.fromBytes(action.getAlertId()),
                new PatientId(Uuids.fromBytes(action.getPatientId())),
                by == null || by.isEmpty() ? null : by,
                at(action.getAt()));
    }

    private static Optional<AlertFact> acted(AlertActionTaken action) {
        return action.getBy().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AlertFact.Acted(
                                Uuids.fromBytes(action.getAlertId()),
                                new PatientId(Uuids.fromBytes(action.getPatientId())),
                                action.getBy()));
    }

    private static AlertFact sourceChanged(AlertSourceChanged e) {
        return new AlertFact.SourceChanged(
                Uuids.fromBytes(e.getAlertId()),
                new PatientId(Uuids.fromBytes(e.getPatientId())),
                Uuids.fromBytes(e.getReadingId()) + ":" + e.getVersion(),
                new HashSet<>(List.of(e.getBy(), e.getConfirmedBy())),
                at(e.getAt()));
    }

    private static Instant at(Timestamp timestamp) {
        return Era.check(Decimals.fromWire(timestamp));
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
