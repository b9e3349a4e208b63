package org.homeward.alert.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StaleStateException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.homeward.alert.Alert;
import org.homeward.alert.AlertChange;
import org.homeward.alert.AlertConfig;
import org.homeward.alert.Alerts;
import org.homeward.kit.outbox.Outbox;
import org.homeward.kit.problem.Problem;

/// Alerts in PostgreSQL. A command that meets a newer version decides anew in a new session, so
/// that of two people at once one succeeds and the other learns who was first.
@ApplicationScoped
class PgAlerts implements Alerts {
    private static final int TRIES = 4;

    private final Mutiny.SessionFactory sessions;
    private final Duration deadline;
    private final Clock clock = Clock.systemUTC();

    @Inject
    PgAlerts(Mutiny.SessionFactory sessions, AlertConfig config) {
        this.sessions = sessions;
        this.deadline = config.databaseDeadline();
    }

    @Override
    public Uni<Alert> find(UUID id) {
        return bounded(sessions.withSession(session -> load(session, id)));
    }

    @Override
    public Uni<Alert> change(UUID id, Decide decide) {
        return bounded(
                Uni.createFrom()
                        .deferred(() -> sessions.withTransaction(s -> change(s, id, decide)))
                        .onFailure(PgAlerts::isLostRace)
                        .retry()
                        .atMost(TRIES)
                        .chain(changed -> find(changed)));
    }

    @Override
    public Uni<Page> search(Query query) {
        return bounded(
                sessions.withSession(
                        session ->
                                AlertSearch.rows(session, query)
                                        .chain(rows -> page(session, rows, query))));
    }

    private Uni<UUID> change(Mutiny.Session session, UUID id, Decide decide) {
        return session.find(AlertEntity.class, id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        row -> {
                            Instant now = clock.instant();
                            AlertChange change = decide.on(row.toDomain(List.of(), now));
                            row.take(change.next().human(), change.action().at());
                            return session.persist(NoteEntity.of(change))
                                    .chain(session::flush)
                                    .chain(
                                            () ->
                                                    Outbox.add(
                                                            session,
                                                            ActionEvents.of(change, row.version())))
                                    .replaceWith(id);
                        });
    }

    private Uni<Alert> load(Mutiny.Session session, UUID id) {
        return session.find(AlertEntity.class, id)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(
                        row ->
                                notes(session, List.of(id))
                                        .map(
                                                notes ->
                                                        row.toDomain(
                                                                notes.getOrDefault(id, List.of()),
                                                                clock.instant())));
    }

    private Uni<Page> page(Mutiny.Session session, List<AlertEntity> rows, Query query) {
        List<AlertEntity> shown = rows.subList(0, Math.min(rows.size(), query.limit()));
        Instant now = clock.instant();
        return notes(session, shown.stream().map(AlertEntity::id).toList())
                .map(
                        notes -> {
                            List<Alert> items =
                                    shown.stream()
                                            .map(
                                                    row ->
                                                            row.toDomain(
                                                                    notes.getOrDefault(
                                                                            row.id(), List.of()),
                                                                    now))
                                            .toList();
                            boolean more = rows.size() > shown.size();
                            return new Page(items, more ? position(items.getLast()) : null);
                        });
    }

    private static Position position(Alert alert) {
        return new Position(alert.facts().raisedAt(), alert.id());
    }

    private static Uni<Map<UUID, List<Alert.Note>>> notes(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "from NoteEntity where alertId in (:ids) order by id", NoteEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        NoteEntity::alertId,
                                                        Collectors.mapping(
                                                                NoteEntity::toDomain,
                                                                Collectors.toList()))));
    }

    private static boolean isLostRace(Throwable failure) {
        return failure instanceof OptimisticLockException
                || failure instanceof StaleStateException
                || failure.getCause() instanceof StaleStateException;
    }

    private <T> Uni<T> bounded(Uni<T> work) {
        return work.ifNoItem()
                .after(deadline)
                .failWith(() -> new Problem(503, "DATABASE_UNAVAILABLE", "Try again in a moment."));
    }
}
