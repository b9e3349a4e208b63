package org.homeward.followup.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.homeward.followup.Page;
import org.homeward.followup.Timeline;
import org.homeward.followup.TimelineSearch;
import org.homeward.followup.timeline.TimelineEntry;

@ApplicationScoped
class PgTimeline implements PanacheRepositoryBase<TimelineEntity, Long>, Timeline {
    @Override
    public Uni<Void> add(List<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return getSession()
                .chain(
                        session -> {
                            Uni<Integer> chain = Uni.createFrom().item(0);
                            for (TimelineEntry entry : entries) {
                                chain = chain.chain(() -> insert(session, entry));
                            }
                            return chain.replaceWithVoid();
                        });
    }

    private static Uni<Integer> insert(Mutiny.Session session, TimelineEntry entry) {
        return session.createNativeQuery(
                        "insert into timeline (patient_id, at, kind, ref) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing")
                .setParameter(1, entry.patientId().value())
                .setParameter(2, entry.at().atOffset(ZoneOffset.UTC))
                .setParameter(3, entry.kind().code())
                .setParameter(4, entry.ref())
                .executeUpdate();
    }

    @Override
    public Uni<Page<TimelineEntry>> page(TimelineSearch search) {
        List<String> where = new ArrayList<>(List.of("patientId = :patient"));
        Map<String, Object> values = new HashMap<>();
        values.put("patient", search.patient().value());
        if (search.from() != null) {
            where.add("at >= :from");
            values.put("from", search.from());
        }
        if (search.to() != null) {
            where.add("at < :to");
            values.put("to", search.to());
        }
        Cursor after = Cursor.read(search.cursor());
        if (after != null) {
            where.add("(at < :after or (at = :after and seq < :seq))");
            values.put("after", after.at());
            values.put("seq", after.number());
        }
        return find(String.join(" and ", where) + " order by at desc, seq desc", values)
                .range(0, search.limit())
                .list()
                .map(rows -> page(rows, search.limit()));
    }

    private static Page<TimelineEntry> page(List<TimelineEntity> rows, int limit) {
        List<TimelineEntry> items =
                rows.stream().limit(limit).map(TimelineEntity::toDomain).toList();
        if (rows.size() <= limit) {
            return new Page<>(items, null);
        }
        TimelineEntity last = rows.get(limit - 1);
        return new Page<>(items, new Cursor(last.at, Long.toString(last.seq)).text());
    }
}
