package org.homeward.followup.db.work;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.followup.Page;
import org.homeward.followup.db.Cursor;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskId;
import org.homeward.followup.work.TaskIndex;
import org.homeward.followup.work.TaskSearch;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgTaskIndex implements PanacheRepositoryBase<TaskEntity, UUID>, TaskIndex {
    private static final int ACTIVITIES = 100;

    @Override
    public Uni<Optional<Task>> find(TaskId id) {
        return findById(id.value()).map(e -> Optional.ofNullable(e).map(TaskEntity::toDomain));
    }

    @Override
    public Uni<Page<Task>> search(TaskSearch search) {
        List<PatientId> patients = search.patients();
        if (patients != null && patients.isEmpty()) {
            return nothing();
        }
        UUID alert = search.alertId();
        return alert == null
                ? search(search, null)
                : listing(alert).chain(ids -> ids.isEmpty() ? nothing() : search(search, ids));
    }

    private static Uni<Page<Task>> nothing() {
        return Uni.createFrom().item(new Page<>(List.of(), null));
    }

    /// The tasks that list an alert; by SQL, since only that uses the index of the array.
    private Uni<List<UUID>> listing(UUID alert) {
        return getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select id from task where alert_ids @>"
                                                        + " array[cast(?1 as uuid)]",
                                                UUID.class)
                                        .setParameter(1, alert)
                                        .getResultList());
    }

    private Uni<Page<Task>> search(TaskSearch search, @Nullable List<UUID> ids) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        narrow(search, where, values);
        if (search.patients() != null) {
            where.add("patientId in (:patients)");
            values.put("patients", search.patients().stream().map(PatientId::value).toList());
        }
        if (ids != null) {
            where.add("id in (:ids)");
            values.put("ids", ids);
        }
        String query = String.join(" and ", where) + " order by dueAt, id";
        return find(query, values)
                .range(0, search.limit())
                .list()
                .map(rows -> page(rows, search.limit()));
    }

    private static void narrow(TaskSearch search, List<String> where, Map<String, Object> values) {
        if (search.assignee() != null) {
            where.add("assignee = :assignee");
            values.put("assignee", search.assignee());
        }
        if (search.status() != null) {
            where.add("status = :status");
            values.put("status", search.status());
        }
        Cursor after = Cursor.read(search.cursor());
        if (after != null) {
            where.add("(dueAt > :at or (dueAt = :at and id > :id))");
            values.put("at", after.at());
            values.put("id", after.uuid());
        }
    }

    private static Page<Task> page(List<TaskEntity> rows, int limit) {
        List<Task> items = rows.stream().limit(limit).map(TaskEntity::toDomain).toList();
        if (rows.size() <= limit) {
            return new Page<>(items, null);
        }
        TaskEntity last = rows.get(limit - 1);
        return new Page<>(items, new Cursor(last.dueAt, last.id.toString()).text());
    }

    @Override
    public Uni<List<Task>> latestOf(PatientId patient) {
        return find("patientId = ?1 order by openedAt desc, id", patient.value())
                .page(0, ACTIVITIES)
                .list()
                .map(rows -> rows.stream().map(TaskEntity::toDomain).toList());
    }
}
