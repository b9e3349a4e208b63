package org.homeward.gateway.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.CareRelation;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.events.v1.TeamChanged;
import org.homeward.gateway.projection.Event.Known;
import org.homeward.gateway.projection.Projection;
import org.jspecify.annotations.Nullable;

/// Keeps who is related to whom: from the topics, and at once from the answers to relationship
/// commands. Only a higher version is applied, so the two ways never undo each other.
@ApplicationScoped
public class RelationProjection {
    private final Projection projection;
    private final Pool pool;

    @Inject
    RelationProjection(Projection projection, Pool pool) {
        this.projection = projection;
        this.pool = pool;
    }

    @Incoming("care-teams-in")
    Uni<Void> careTeams(ConsumerRecords<byte[], byte[]> records) {
        return projection.apply(records, RelationProjection::careTeams);
    }

    @Incoming("teams-in")
    Uni<Void> teams(ConsumerRecords<byte[], byte[]> records) {
        return projection.apply(records, RelationProjection::teams);
    }

    /// Writes the relation that a command brought about, before its answer leaves. Nothing to do
    /// for an answer without one.
    public Uni<Void> write(@Nullable Relation relation) {
        return relation == null
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(connection -> relation(connection, relation));
    }

    private static Uni<Void> careTeams(SqlConnection connection, List<Known> events) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Known event : events) {
            if (event.message() instanceof CareTeamChanged changed) {
                chain = chain.chain(() -> relation(connection, from(event.key(), changed)));
            }
        }
        return chain;
    }

    private static Uni<Void> teams(SqlConnection connection, List<Known> events) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Known event : events) {
            if (event.message() instanceof TeamChanged changed) {
                chain = chain.chain(() -> team(connection, event.key(), changed));
            }
        }
        return chain;
    }

    private static Relation from(UUID patientId, CareTeamChanged changed) {
        return new Relation(
                patientId,
                changed.getVersion(),
                id(changed.getLeadTeamId()),
                changed.getMonitoring(),
                changed.getRelationsList().stream().map(RelationProjection::tie).toList());
    }

    private static Relation.Tie tie(CareRelation r) {
        return new Relation.Tie(
                r.getId(),
                r.getSubject(),
                r.getKind(),
                r.getPurpose(),
                r.hasFrom() ? instant(r.getFrom()) : null,
                r.hasUntil() ? instant(r.getUntil()) : null);
    }

    /// An id of another entity; one that is no UUID is as good as none and grants nothing.
    private static @Nullable UUID id(ByteString bytes) {
        return bytes.size() == 16 ? Uuids.fromBytes(bytes) : null;
    }

    private static Instant instant(Timestamp timestamp) {
        return Decimals.fromWire(timestamp);
    }

    private static Uni<Void> relation(SqlConnection connection, Relation relation) {
        return connection
                .preparedQuery(
                        "insert into patient_row (patient_id, relation_version, lead_team_id, monitoring)"
                                + " values ($1, $2, $3, $4) on conflict (patient_id) do update set"
                                + " relation_version = excluded.relation_version,"
                                + " lead_team_id = excluded.lead_team_id, monitoring = excluded.monitoring"
                                + " where patient_row.relation_version < excluded.relation_version")
                .execute(
                        Tuple.of(
                                relation.patientId(),
                                relation.version(),
                                relation.leadTeamId(),
                                monitoring(relation.monitoring())))
                .chain(
                        rows ->
                                rows.rowCount() == 0
                                        ? Uni.createFrom().voidItem()
                                        : replaceTies(connection, relation));
    }

    private static String monitoring(@Nullable String word) {
        return word == null || word.isBlank() ? "monitored" : word.toLowerCase(Locale.ROOT);
    }

    private static Uni<Void> replaceTies(SqlConnection connection, Relation relation) {
        UUID patient = relation.patientId();
        return connection
                .preparedQuery("delete from patient_relation where patient_id = $1")
                .execute(Tuple.of(patient))
                .chain(
                        () ->
                                inserted(
                                        connection,
                                        "insert into patient_relation values ($1,$2,$3,$4,$5,$6,$7)",
                                        relation.relations().stream()
                                                .map(t -> row(patient, t))
                                                .toList()))
                .chain(
                        () ->
                                connection
                                        .preparedQuery("select refresh_rows($1)")
                                        .execute(Tuple.of(new UUID[] {patient})))
                .chain(() -> revise(connection));
    }

    private static Tuple row(UUID patient, Relation.Tie tie) {
        return Tuple.tuple()
                .addValue(patient)
                .addValue(tie.id())
                .addValue(tie.subject())
                .addValue(tie.kind())
                .addValue(tie.purpose())
                .addValue(at(tie.from()))
                .addValue(at(tie.until()));
    }

    private static Uni<Void> team(SqlConnection connection, UUID id, TeamChanged changed) {
        return connection
                .preparedQuery(
                        "insert into team (team_id, version, name, organization_id, organization_name)"
                                + " values ($1, $2, $3, $4, $5) on conflict (team_id) do update set"
                                + " version = excluded.version, name = excluded.name,"
                                + " organization_name = excluded.organization_name"
                                + " where team.version < excluded.version")
                .execute(
                        Tuple.of(
                                id,
                                changed.getVersion(),
                                changed.getName(),
                                id(changed.getOrganizationId()),
                                changed.getOrganizationName()))
                .chain(
                        rows ->
                                rows.rowCount() == 0
                                        ? Uni.createFrom().voidItem()
                                        : replaceMembers(connection, id, changed));
    }

    private static Uni<Void> replaceMembers(
            SqlConnection connection, UUID team, TeamChanged changed) {
        List<Tuple> members =
                changed.getMembersList().stream()
                        .distinct()
                        .map(subject -> Tuple.of(team, subject))
                        .toList();
        return connection
                .preparedQuery("delete from team_member where team_id = $1")
                .execute(Tuple.of(team))
                .chain(
                        () ->
                                inserted(
                                        connection,
                                        "insert into team_member values ($1, $2)",
                                        members))
                .chain(() -> revise(connection));
    }

    private static Uni<Void> inserted(SqlConnection connection, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private static Uni<Void> revise(SqlConnection connection) {
        return connection
                .query("update access_revision set revision = revision + 1")
                .execute()
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
