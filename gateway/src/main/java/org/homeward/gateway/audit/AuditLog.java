package org.homeward.gateway.audit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.homeward.events.EventType;
import org.homeward.gateway.upstream.Unavailable;
import org.jspecify.annotations.Nullable;

/// Writes accesses down together with their outbox rows. Everything that arrives while one batch is
/// being written goes out with the next, so an answer waits for one commit whatever the load.
@ApplicationScoped
public class AuditLog {
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final String INSERT =
            """
            with published as (
              insert into outbox (id, topic, type, key, value, occurred_at)
              select i, $13, $14, a, v, t
              from unnest($1::uuid[], $2::timestamptz[], $3::text[], $15::bytea[]) x(i, t, a, v)
              on conflict (id) do nothing)
            insert into access_audit
            select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[],
              $6::text[], $7::text[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::int[])
            on conflict (id) do nothing""";

    private record Waiting(AuditEntry entry, UniEmitter<? super Void> done) {}

    private final Pool pool;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean writing = new AtomicBoolean();

    @Inject
    AuditLog(Pool pool) {
        this.pool = pool;
    }

    /// Done when the entry is committed. Fails when the database does not take it in time or too
    /// many wait; then the access must not be answered.
    Uni<Void> write(AuditEntry entry) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Uni.createFrom().failure(Unavailable.problem());
        }
        return Uni.createFrom()
                .<Void>emitter(
                        done -> {
                            queue.add(new Waiting(entry, done));
                            drain();
                        })
                .onFailure()
                .transform(e -> Unavailable.problem());
    }

    private void drain() {
        if (!writing.compareAndSet(false, true)) {
            return;
        }
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            if (batch.size() == BATCH) {
                break;
            }
        }
        if (batch.isEmpty()) {
            writing.set(false);
            if (!queue.isEmpty()) {
                drain();
            }
            return;
        }
        insert(batch.stream().map(Waiting::entry).toList())
                .subscribe()
                .with(ok -> finish(batch, null), e -> finish(batch, e));
    }

    private void finish(List<Waiting> batch, @Nullable Throwable failure) {
        waiting.addAndGet(-batch.size());
        writing.set(false);
        drain();
        for (Waiting one : batch) {
            if (failure == null) {
                one.done().complete(null);
            } else {
                one.done().fail(failure);
            }
        }
    }

    private Uni<Void> insert(List<AuditEntry> entries) {
        Tuple row =
                Tuple.tuple()
                        .addValue(column(entries, AuditEntry::id, new UUID[0]))
                        .addValue(column(entries, AuditLog::at, new OffsetDateTime[0]))
                        .addValue(text(entries, e -> e.who().actor()))
                        .addValue(text(entries, e -> e.who().role()))
                        .addValue(text(entries, e -> e.who().purpose()))
                        .addValue(text(entries, e -> e.what().method()))
                        .addValue(text(entries, e -> e.what().route()))
                        .addValue(column(entries, e -> e.what().patientId(), new UUID[0]))
                        .addValue(text(entries, e -> e.what().resourceId()))
                        .addValue(text(entries, AuditEntry::decision))
                        .addValue(text(entries, AuditEntry::ground))
                        .addValue(column(entries, e -> e.what().status(), new Integer[0]))
                        .addValue(EventType.ACCESS_AUDITED.topic())
                        .addValue(EventType.ACCESS_AUDITED.wireName())
                        .addValue(column(entries, AuditLog::event, new Buffer[0]));
        return pool.preparedQuery(INSERT)
                .execute(row)
                .replaceWithVoid()
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    private static OffsetDateTime at(AuditEntry entry) {
        return entry.at().atOffset(ZoneOffset.UTC);
    }

    private static Buffer event(AuditEntry entry) {
        return Buffer.buffer(entry.toEvent().toByteArray());
    }

    private static String[] text(List<AuditEntry> entries, Function<AuditEntry, String> column) {
        return column(entries, column, new String[0]);
    }

    private static <T> T[] column(
            List<AuditEntry> entries,
            Function<AuditEntry, ? extends @Nullable T> column,
            T[] type) {
        List<@Nullable T> values = new ArrayList<>();
        entries.forEach(entry -> values.add(column.apply(entry)));
        return values.toArray(type);
    }
}
