package org.homeward.gateway.worklist;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertAssigned;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertReleased;
import org.homeward.events.v1.AlertResolved;
import org.homeward.events.v1.AlertSnoozed;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.gateway.live.AlertWords;
import org.jspecify.annotations.Nullable;

/// What each event of the alerts' topic changes in the table of open alerts.
final class AlertChanges {
    /// Added to the urgency once somebody has seen the alert.
    private static final int SEEN = 10;

    private AlertChanges() {}

    static Uni<Void> apply(SqlConnection connection, UUID patientId, Message event) {
        return switch (event) {
            case AlertRaised raised -> raised(connection, patientId, raised);
            case AlertUpdated updated -> updated(connection, updated);
            case AlertCleared cleared -> closed(connection, cleared.getAlertId());
            case AlertAcknowledged e -> acted(connection, e.getAction(), e.getAction().getBy());
            case AlertAssigned e -> acted(connection, e.getAction(), e.getAction().getAssignee());
            case AlertSnoozed e -> acted(connection, e.getAction(), e.getAction().getBy());
            case AlertResolved e -> acted(connection, e.getAction(), e.getAction().getBy());
            case AlertReleased e -> acted(connection, e.getAction(), "");
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> raised(SqlConnection connection, UUID patientId, AlertRaised raised) {
        boolean open =
                raised.getStatus() != AlertStatus.ALERT_STATUS_RETROSPECTIVE
                        && raised.getStatus() != AlertStatus.ALERT_STATUS_CLOSED;
        UUID id = id(raised.getAlertId());
        if (!open || id == null) {
            return Uni.createFrom().voidItem();
        }
        Map<String, String> sentences = raised.getSentencesMap();
        Tuple row =
                Tuple.tuple()
                        .addValue(id)
                        .addValue(patientId)
                        .addValue(id(raised.getEpisodeId()))
                        .addValue(urgency(raised.getPriority(), raised.getStatus()))
                        .addValue(AlertWords.priority(raised.getPriority()))
                        .addValue(AlertWords.status(raised.getStatus()))
                        .addValue(sentences.getOrDefault("en", ""))
                        .addValue(sentences.getOrDefault("fr", ""))
                        .addValue(at(raised));
        return run(
                connection,
                "insert into open_alert values ($1,$2,$3,$4,$5,$6,$7,$8,$9) on conflict (alert_id) do nothing",
                row);
    }

    private static OffsetDateTime at(AlertRaised raised) {
        return Decimals.fromWire(raised.getRaisedAt()).atOffset(ZoneOffset.UTC);
    }

    private static Uni<Void> updated(SqlConnection connection, AlertUpdated updated) {
        Map<String, String> sentences = updated.getSentencesMap();
        return run(
                connection,
                "update open_alert set priority = $2,"
                        + " urgency = $3 + case when status = 'open' then 0 else 10 end,"
                        + " sentence_en = coalesce(nullif($4, ''), sentence_en),"
                        + " sentence_fr = coalesce(nullif($5, ''), sentence_fr) where alert_id = $1",
                Tuple.of(
                        id(updated.getAlertId()),
                        AlertWords.priority(updated.getPriority()),
                        urgency(updated.getPriority(), AlertStatus.ALERT_STATUS_OPEN),
                        sentences.getOrDefault("en", ""),
                        sentences.getOrDefault("fr", "")));
    }

    private static Uni<Void> closed(SqlConnection connection, ByteString alertId) {
        return run(connection, "delete from open_alert where alert_id = $1", Tuple.of(id(alertId)));
    }

    /// The human state. A resolved alert leaves when the evaluator confirms it, not before.
    private static Uni<Void> acted(
            SqlConnection connection, AlertActionTaken action, String handledBy) {
        String status = AlertWords.status(action.getStatus());
        return run(
                connection,
                "update open_alert set status = $2, handled_by = nullif($3, ''),"
                        + " urgency = urgency % 10 + $4 where alert_id = $1",
                Tuple.of(
                        id(action.getAlertId()),
                        status,
                        handledBy,
                        status.equals("open") ? 0 : SEEN));
    }

    private static Uni<Void> run(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    /// What a later release finds urgent in its own way is not let wait.
    private static int urgency(AlertPriority priority, AlertStatus status) {
        int order =
                switch (priority) {
                    case ALERT_PRIORITY_CRITICAL, UNRECOGNIZED -> 0;
                    case ALERT_PRIORITY_HIGH -> 1;
                    case ALERT_PRIORITY_MEDIUM -> 2;
                    case ALERT_PRIORITY_LOW -> 3;
                    case ALERT_PRIORITY_TECHNICAL, ALERT_PRIORITY_UNSPECIFIED -> 4;
                };
        return status == AlertStatus.ALERT_STATUS_OPEN ? order : order + SEEN;
    }

    private static @Nullable UUID id(ByteString bytes) {
        return bytes.size() == 16 ? Uuids.fromBytes(bytes) : null;
    }
}
