package org.homeward.alert.db;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.homeward.alert.Alert;
import org.homeward.alert.Alerts;

/// The list of alerts as a query: newest first, a page and one more.
final class AlertSearch {
    private AlertSearch() {}

    static Uni<List<AlertEntity>> rows(Mutiny.Session session, Alerts.Query query) {
        StringBuilder hql = new StringBuilder("from AlertEntity a where 1 = 1");
        if (query.patientIds() != null) {
            hql.append(" and a.patientId in (:patients)");
        }
        hql.append(condition(query.status()));
        if (query.after() != null) {
            hql.append(" and (a.raisedAt < :at or a.raisedAt = :at and a.id < :id)");
        }
        hql.append(" order by a.raisedAt desc, a.id desc");
        Mutiny.SelectionQuery<AlertEntity> rows =
                session.createSelectionQuery(hql.toString(), AlertEntity.class)
                        .setMaxResults(query.limit() + 1);
        if (query.patientIds() != null) {
            rows.setParameter("patients", query.patientIds());
        }
        if (query.after() != null) {
            rows.setParameter("at", query.after().raisedAt());
            rows.setParameter("id", query.after().id());
        }
        return rows.getResultList();
    }

    private static String condition(Alert.@org.jspecify.annotations.Nullable Status status) {
        return switch (status) {
            case null -> "";
            case OPEN -> " and a.status not in ('closed', 'retrospective')";
            case ACKNOWLEDGED ->
                    " and (a.status = 'acknowledged' or a.status = 'snoozed'"
                            + " and a.snoozedUntil <= instant and a.acknowledgedBy is not null)";
            case SNOOZED -> " and a.status = 'snoozed' and a.snoozedUntil > instant";
            case CLOSED -> " and a.status = 'closed'";
            case RETROSPECTIVE -> " and a.status = 'retrospective'";
        };
    }
}
