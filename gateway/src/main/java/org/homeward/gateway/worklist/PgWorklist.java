package org.homeward.gateway.worklist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.gateway.access.Relationships;
import org.homeward.gateway.patient.PatientView;
import org.homeward.gateway.role.Caller;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Reach;
import org.jspecify.annotations.Nullable;

/// Reads the worklist's lines of the patients within reach. Fails when the database does not answer
/// within the deadline.
@ApplicationScoped
class PgWorklist {
    private static final Duration DEADLINE = Duration.ofSeconds(4);
    private static final String COUNTS = counts();
    private static final String PAGE =
            "select p.*, t.name as team_name from patient_row p left join team t on t.team_id = p.lead_team_id"
                    + " where "
                    + Relationships.REACHED
                    + " and (p.urgency, p.sort_at, p.patient_id) > ($6, $7, $8) and $5::text is not null and %s"
                    + " order by p.urgency, p.sort_at, p.patient_id limit $9";

    /// A page's rows without names, and where the next one begins.
    record Lines(List<WorklistRow> rows, @Nullable String next) {}

    private final Pool pool;

    @Inject
    PgWorklist(Pool pool) {
        this.pool = pool;
    }

    private static String counts() {
        List<String> columns = new ArrayList<>();
        for (Tab tab : Tab.values()) {
            columns.add(
                    "count(*) filter (where %s)::int as \"%s\""
                            .formatted(tab.condition(), tab.wireName()));
        }
        return "select "
                + String.join(", ", columns)
                + " from patient_row p where $5::text is not null and "
                + Relationships.REACHED;
    }

    Uni<Map<String, Integer>> counts(Caller caller) {
        return pool.preparedQuery(COUNTS)
                .execute(parameters(caller))
                .map(
                        rows -> {
                            Row row = rows.iterator().next();
                            Map<String, Integer> counts = new HashMap<>();
                            for (Tab tab : Tab.values()) {
                                counts.put(tab.wireName(), row.getInteger(tab.wireName()));
                            }
                            return counts;
                        })
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    Uni<Lines> page(Caller caller, Tab tab, WorklistCursor after, int limit) {
        Tuple parameters =
                parameters(caller)
                        .addValue((short) after.urgency())
                        .addValue(after.sortAt())
                        .addValue(after.patientId())
                        .addValue(limit + 1);
        return pool.preparedQuery(PAGE.formatted(tab.condition()))
                .execute(parameters)
                .map(
                        rows -> {
                            List<Row> found = new ArrayList<>();
                            rows.forEach(found::add);
                            return lines(found, after.passed(), limit);
                        })
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    private static Tuple parameters(Caller caller) {
        return Relationships.parameters(
                        caller.subject(), Reach.of(caller, Permission.WORKLIST_READ))
                .addValue(caller.subject());
    }

    private static Lines lines(List<Row> found, int passed, int limit) {
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        List<WorklistRow> rows = new ArrayList<>();
        for (Row row : shown) {
            rows.add(row(row, passed + rows.size() + 1));
        }
        if (found.size() <= limit) {
            return new Lines(rows, null);
        }
        Row last = shown.getLast();
        WorklistCursor next =
                new WorklistCursor(
                        last.getShort("urgency"),
                        last.getOffsetDateTime("sort_at"),
                        last.getUUID("patient_id"),
                        passed + limit);
        return new Lines(rows, next.text());
    }

    private static WorklistRow row(Row row, int rank) {
        UUID id = row.getUUID("patient_id");
        List<UUID> alerts = Arrays.asList(row.getArrayOfUUIDs("alert_ids"));
        return new WorklistRow(
                id,
                new WorklistRow.Person(id, null, null, null),
                team(row),
                rank,
                row.getString("priority"),
                Map.of("en", row.getString("reason_en"), "fr", row.getString("reason_fr")),
                row.getString("next_action"),
                row.getUUID("episode_id"),
                alerts.size(),
                alerts,
                alerts.isEmpty() ? null : alerts.getFirst(),
                row.getString("claimed_by"),
                instant(row.getOffsetDateTime("due_at")),
                instant(row.getOffsetDateTime("last_reading_at")),
                monitoring(row.getString("monitoring")));
    }

    private static PatientView.@Nullable TeamRef team(Row row) {
        UUID team = row.getUUID("lead_team_id");
        return team == null ? null : new PatientView.TeamRef(team, row.getString("team_name"));
    }

    private static String monitoring(String word) {
        return switch (word) {
            case "monitored", "paused" -> word;
            default -> "not monitored";
        };
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
