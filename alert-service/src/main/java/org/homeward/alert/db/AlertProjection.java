package org.homeward.alert.db;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.AlertUpdated;

/// Follows `alerts` into the table. Every statement has the same effect however often it is
/// applied: an alert is inserted once, an update counts only with a higher sequence, a closed alert
/// stays closed. Human states that pass by on the topic came from here and are not applied.
@ApplicationScoped
public class AlertProjection {
    private static final String RAISED =
            "insert into alert (id, episode_id, patient_id, rule_id, rule_version, code, direction,"
                    + " priority, status, raised_at, updated_at, sentence_en, sentence_fr, evidence)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13)"
                    + " on conflict (id) do nothing";

    // A higher priority makes an acknowledged or snoozed alert open again (ALARMS, must 12).
    private static final String UPDATED =
            """
            with ladder as (select array['critical', 'high', 'medium', 'low', 'technical'] as steps),
            change as (
                select a.id, array_position(steps, $2) < array_position(steps, a.priority)
                       and a.status in ('acknowledged', 'snoozed') as worse
                from alert a, ladder where a.id = $1)
            update alert a set
                priority = $2, updated_at = greatest(a.updated_at, $3), sentence_en = $4,
                sentence_fr = $5, evidence = $6, sequence = $7, version = a.version + 1,
                status = case when c.worse then 'open' else a.status end,
                acknowledged_by = case when c.worse then null else a.acknowledged_by end,
                acknowledged_at = case when c.worse then null else a.acknowledged_at end,
                snoozed_until = case when c.worse then null else a.snoozed_until end
            from change c where a.id = c.id and a.sequence < $7
            """;

    private static final String CLEARED =
            """
            update alert set status = 'closed', closed_at = coalesce(closed_at, $2),
                close_reason = coalesce(close_reason, $3), updated_at = greatest(updated_at, $2),
                evidence = case when $4 = '' then evidence else $4 end, version = version + 1
            where id = $1 and (status <> 'closed' or closed_at is null)
            """;

    private final Pool pool;

    @Inject
    AlertProjection(Pool pool) {
        this.pool = pool;
    }

    /// Applies the events in order, in one transaction. Fails when the database cannot be reached
    /// or refuses one of them.
    public Uni<Void> apply(List<Message> events) {
        return pool.withTransaction(
                connection -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (Message event : events) {
                        all = all.chain(() -> apply(connection, event));
                    }
                    return all;
                });
    }

    private static Uni<Void> apply(SqlConnection connection, Message event) {
        return switch (event) {
            case AlertRaised e -> run(connection, RAISED, raised(e));
            case AlertUpdated e -> run(connection, UPDATED, updated(e));
            case AlertCleared e -> run(connection, CLEARED, cleared(e));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> run(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static Tuple raised(AlertRaised e) {
        return Tuple.tuple()
                .addUUID(Uuids.fromBytes(e.getAlertId()))
                .addUUID(Uuids.fromBytes(e.getEpisodeId()))
                .addUUID(Uuids.fromBytes(e.getPatientId()))
                .addString(e.getRuleId())
                .addString(e.getRuleVersion())
                .addString(e.getCode())
                .addString(e.getDirection())
                .addString(priority(e.getPriority()))
                .addString(
                        e.getStatus() == AlertStatus.ALERT_STATUS_RETROSPECTIVE
                                ? "retrospective"
                                : "open")
                .addOffsetDateTime(time(e.getRaisedAt()))
                .addString(e.getSentencesOrDefault("en", ""))
                .addString(e.getSentencesOrDefault("fr", ""))
                .addString(e.getEvidenceJson());
    }

    private static Tuple updated(AlertUpdated e) {
        return Tuple.tuple()
                .addUUID(Uuids.fromBytes(e.getAlertId()))
                .addString(priority(e.getPriority()))
                .addOffsetDateTime(time(e.getUpdatedAt()))
                .addString(e.getSentencesOrDefault("en", ""))
                .addString(e.getSentencesOrDefault("fr", ""))
                .addString(e.getEvidenceJson())
                .addInteger(e.getSequence());
    }

    private static Tuple cleared(AlertCleared e) {
        return Tuple.tuple()
                .addUUID(Uuids.fromBytes(e.getAlertId()))
                .addOffsetDateTime(time(e.getClearedAt()))
                .addString(e.getReason())
                .addString(e.getEvidenceJson());
    }

    private static OffsetDateTime time(Timestamp wire) {
        return Era.check(Decimals.fromWire(wire)).atOffset(ZoneOffset.UTC);
    }

    private static String priority(AlertPriority wire) {
        return wire.name().replace("ALERT_PRIORITY_", "").toLowerCase(Locale.ROOT);
    }
}
