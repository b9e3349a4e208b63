package org.homeward.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Publishes the outbox: one relay per service, whoever holds the schema's advisory lock;
/// unpublished rows in order, each sent and awaited, then marked. Killed between send and mark it
/// sends again, which consumers take as one by event id. Woken by LISTEN/NOTIFY; a look each second
/// covers a lost notification.
@ApplicationScoped
@IfBuildProperty(name = "homeward.outbox.enabled", stringValue = "true")
public class OutboxRelay {
    private static final int BATCH = 200;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long MAX_BACK_OFF_MILLIS = 5_000;
    private static final long BRIEFLY_MILLIS = 50;

    /// How often it is looked for what is old.
    private static final Duration FORGET = Duration.ofHours(1);

    private final Pool pool;
    private final OutboxSender sender;
    private final String schema;
    private final boolean enabled;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /// Of the relay's thread alone.
    private long forgetAt = System.nanoTime();

    @Inject
    OutboxRelay(
            Pool pool,
            OutboxSender sender,
            @ConfigProperty(name = "homeward.db.user") String schema,
            @ConfigProperty(name = "homeward.outbox.enabled") boolean enabled) {
        this.enabled = enabled;
        this.pool = pool;
        this.sender = sender;
        this.schema = schema;
    }

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        running = true;
        thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake.release();
        Thread relay = thread;
        if (relay != null) {
            relay.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        long backOff = 100;
        while (running) {
            try {
                hold();
                backOff = 100;
            } catch (RuntimeException e) {
                Log.warnf(
                        "outbox relay: waiting %d ms after %s",
                        (Object) backOff, e.getClass().getSimpleName());
                await(backOff);
                backOff = Math.min(backOff * 2, MAX_BACK_OFF_MILLIS);
            }
        }
    }

    /// Holds the lock on a connection of its own for as long as that lives, and publishes
    /// meanwhile.
    private void hold() {
        PgConnection connection = PgConnection.cast(now(pool.getConnection()));
        try {
            connection.notificationHandler(notification -> wake.release());
            connection.closeHandler(wake::release);
            if (!acquired(connection)) {
                await(1_000);
                return;
            }
            now(connection.query("listen \"outbox_" + schema + "\"").execute());
            while (running) {
                int published = publish(connection);
                boolean more = forget(connection);
                if (published < BATCH) {
                    await(more ? BRIEFLY_MILLIS : 1_000);
                }
            }
        } finally {
            // A connection that listens and locks is never given back to the pool as it is.
            now(
                    connection
                            .query("unlisten *; select pg_advisory_unlock_all()")
                            .execute()
                            .onFailure()
                            .recoverWithNull());
            now(connection.close().onFailure().recoverWithNull());
        }
    }

    private boolean acquired(PgConnection connection) {
        return now(connection
                        .preparedQuery("select pg_try_advisory_lock(hashtext($1)) as held")
                        .execute(Tuple.of("outbox:" + schema)))
                .iterator()
                .next()
                .getBoolean("held");
    }

    private int publish(PgConnection connection) {
        List<Row> rows =
                StreamSupport.stream(
                                now(connection
                                                .preparedQuery(
                                                        "select seq, id, topic, type, key, value, occurred_at"
                                                                + " from outbox where published_at is null"
                                                                + " order by seq limit $1")
                                                .execute(Tuple.of(BATCH)))
                                        .spliterator(),
                                false)
                        .toList();
        int sent = 0;
        try {
            for (Row row : rows) {
                now(sender.send(row));
                sent++;
            }
        } finally {
            if (sent > 0) {
                mark(connection, rows.subList(0, sent));
            }
        }
        return rows.size();
    }

    private static void mark(PgConnection connection, List<Row> rows) {
        Long[] seqs = rows.stream().map(row -> row.getLong("seq")).toArray(Long[]::new);
        now(
                connection
                        .preparedQuery("update outbox set published_at = now() where seq = any($1)")
                        .execute(Tuple.of(seqs)));
    }

    /// Removes some of what is old, if that is due; whether there may be more of it.
    private boolean forget(PgConnection connection) {
        if (System.nanoTime() - forgetAt < 0) {
            return false;
        }
        boolean more = now(OldEvents.forget(connection)) > 0;
        if (!more) {
            forgetAt = System.nanoTime() + FORGET.toNanos();
        }
        return more;
    }

    private void await(long millis) {
        try {
            if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(DEADLINE);
    }
}
