package org.homeward.ingest.db.registry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.hub.Hubs;
import org.homeward.ingest.profile.Profiles;
import org.jboss.logging.Logger;

/// Hears from the database which devices other instances have disabled and which credentials they
/// have ended, and that profiles have changed. While the connection is down nothing is heard: once
/// it is back, everybody who was let in is looked up again.
@ApplicationScoped
class DeviceNotices {
    private static final Logger LOG = Logger.getLogger(DeviceNotices.class);
    private static final long RECONNECT_MILLIS = 2000;
    private static final String ENDING = "credential_ending";
    private static final String LISTEN =
            "LISTEN device_changed; LISTEN "
                    + ENDING
                    + "; LISTEN "
                    + PgProfiles.CHANGED
                    + "; LISTEN "
                    + PgHubs.CHANGED;

    private final Vertx vertx;
    private final io.vertx.sqlclient.Pool pool;
    private final Event<Object> events;
    private volatile boolean open = true;

    @Inject
    DeviceNotices(Vertx vertx, io.vertx.sqlclient.Pool pool, @Any Event<Object> events) {
        this.vertx = vertx;
        this.pool = pool;
        this.events = events;
    }

    /// Gives the notice with the transaction at hand.
    static Uni<Void> give(SqlConnection connection, CredentialEnding end) {
        return connection
                .preparedQuery("SELECT pg_notify($1, $2)::text")
                .execute(Tuple.of(ENDING, end.credentialId() + " " + end.at()))
                .replaceWithVoid();
    }

    void start(@Observes StartupEvent event) {
        listen();
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    private void listen() {
        pool.getConnection()
                .onFailure(_ -> later())
                .onSuccess(
                        c -> {
                            PgConnection connection = (PgConnection) c;
                            connection.notificationHandler(this::heard);
                            connection.closeHandler(_ -> later());
                            connection
                                    .query(LISTEN)
                                    .execute()
                                    .onSuccess(_ -> hearAgain())
                                    .onFailure(_ -> giveUp(connection));
                        });
    }

    /// Closing gives the connection back to the pool, which calls no close handler.
    private void giveUp(PgConnection connection) {
        connection.notificationHandler(null);
        connection.closeHandler(null);
        connection.close();
        later();
    }

    private void hearAgain() {
        events.fire(new Credentials.Doubtful());
        events.fire(new Profiles.Changed());
    }

    private void heard(PgNotification notice) {
        try {
            events.fire(told(notice.getChannel(), notice.getPayload()));
        } catch (RuntimeException e) {
            LOG.warn("a notice about devices that cannot be read");
        }
    }

    private static Object told(String channel, String payload) {
        return switch (channel) {
            case ENDING -> {
                String[] words = payload.split(" ", 2);
                yield new CredentialEnding(UUID.fromString(words[0]), Instant.parse(words[1]));
            }
            case PgProfiles.CHANGED -> new Profiles.Changed();
            case PgHubs.CHANGED -> new Hubs.Changed(UUID.fromString(payload));
            default -> new Credentials.Changed(UUID.fromString(payload));
        };
    }

    private void later() {
        if (open) {
            vertx.setTimer(RECONNECT_MILLIS, _ -> listen());
        }
    }
}
