package org.homeward.ingest.db.registry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeward.ingest.registry.Credentials;
import org.jboss.logging.Logger;

/// Hears from the database which devices other instances have disabled. While the connection is
/// down nothing is heard, and a credential lives until its cached answer ends.
@ApplicationScoped
class DeviceNotices {
    private static final Logger LOG = Logger.getLogger(DeviceNotices.class);
    private static final long RECONNECT_MILLIS = 2000;

    private final Vertx vertx;
    private final io.vertx.sqlclient.Pool pool;
    private final Event<Credentials.Changed> changed;
    private volatile boolean open = true;

    @Inject
    DeviceNotices(Vertx vertx, io.vertx.sqlclient.Pool pool, Event<Credentials.Changed> changed) {
        this.vertx = vertx;
        this.pool = pool;
        this.changed = changed;
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
                            connection.notificationHandler(n -> heard(n.getPayload()));
                            connection.closeHandler(_ -> later());
                            connection
                                    .query("LISTEN device_changed")
                                    .execute()
                                    .onFailure(_ -> connection.close());
                        });
    }

    private void heard(String payload) {
        try {
            changed.fire(new Credentials.Changed(UUID.fromString(payload)));
        } catch (IllegalArgumentException e) {
            LOG.warn("a notice about devices that is no id");
        }
    }

    private void later() {
        if (open) {
            vertx.setTimer(RECONNECT_MILLIS, _ -> listen());
        }
    }
}
