package org.homeward.followup.kafka;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.homeward.followup.Events;
import org.homeward.followup.FollowUpEvent;
import org.homeward.kit.outbox.Outbox;
import org.homeward.kit.outbox.OutboxEvent;

/// Events as rows of the outbox, in the transaction under way.
@ApplicationScoped
class OutboxEvents implements Events {
    @Override
    public Uni<Void> emit(List<FollowUpEvent> events) {
        List<OutboxEvent> rows = events.stream().map(EventMessages::of).toList();
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> Outbox.addAll(session, rows));
    }
}
