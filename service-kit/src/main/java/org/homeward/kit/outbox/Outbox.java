package org.homeward.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/// Writes events into the transaction that makes them true. The table is outbox.sql beside this
/// package.
public final class Outbox {
    private static final String INSERT =
            "insert into outbox (id, topic, type, key, value, occurred_at) values (%s) on conflict (id) do nothing";

    private Outbox() {}

    /// Adds one event to the session's transaction. An event whose id is there already is not added
    /// again.
    public static Uni<Void> add(Mutiny.Session session, OutboxEvent event) {
        return session.createNativeQuery(INSERT.formatted("?1, ?2, ?3, ?4, ?5, ?6"))
                .setParameter(1, event.id())
                .setParameter(2, event.type().topic())
                .setParameter(3, event.type().wireName())
                .setParameter(4, event.key())
                .setParameter(5, event.event().toByteArray())
                .setParameter(6, event.at().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /// Adds events in their order.
    public static Uni<Void> addAll(Mutiny.Session session, List<OutboxEvent> events) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (OutboxEvent event : events) {
            chain = chain.chain(() -> add(session, event));
        }
        return chain;
    }

    /// The same in the transaction of a connection, for services that write without an object
    /// mapper.
    public static Uni<Void> append(SqlConnection transaction, OutboxEvent event) {
        return appendAll(transaction, List.of(event));
    }

    /// Events in their order, in the transaction of a connection.
    public static Uni<Void> appendAll(SqlConnection transaction, List<OutboxEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(INSERT.formatted("$1, $2, $3, $4, $5, $6"))
                        .executeBatch(events.stream().map(Outbox::values).toList())
                        .replaceWithVoid();
    }

    private static Tuple values(OutboxEvent event) {
        return Tuple.tuple(
                List.of(
                        event.id(),
                        event.type().topic(),
                        event.type().wireName(),
                        event.key(),
                        io.vertx.mutiny.core.buffer.Buffer.buffer(event.event().toByteArray())
                                .getDelegate(),
                        event.at().atOffset(ZoneOffset.UTC)));
    }
}
