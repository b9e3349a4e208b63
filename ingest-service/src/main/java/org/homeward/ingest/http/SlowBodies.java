package org.homeward.ingest.http;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.ingest.IngestConfig;
import org.homeward.kit.problem.Problem;

/// Ends posts whose body does not come, so that nobody holds the door open by sending slowly. A
/// slow line is allowed for: each KiB that came gives a second more.
@ApplicationScoped
class SlowBodies {
    private static final long LOOK_MILLIS = 1000;
    private static final long BYTES_A_SECOND = 1024;

    private final Vertx vertx;
    private final Duration within;
    private final Set<Awaited> awaited = ConcurrentHashMap.newKeySet();

    @Inject
    SlowBodies(Vertx vertx, IngestConfig config) {
        this.vertx = vertx;
        this.within = config.edge().bodyWithin();
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(LOOK_MILLIS, _ -> look(System.nanoTime()));
    }

    /// A post whose body is still to come. Told apart by identity.
    static final class Awaited {
        private final RoutingContext ctx;
        private final Answers answers;
        private final Context loop;
        private final long since = System.nanoTime();

        private Awaited(RoutingContext ctx, Answers answers) {
            this.ctx = ctx;
            this.answers = answers;
            this.loop = Vertx.currentContext();
        }

        private void end() {
            HttpServerRequest request = ctx.request();
            if (request.isEnded()) {
                return;
            }
            if (!ctx.response().ended()) {
                ctx.response().putHeader("Connection", "close");
                answers.refuse(ctx, new Problem(408, "BODY_TOO_SLOW", "The body did not come."));
            }
            request.connection().close();
        }
    }

    /// Watches a post, on its event loop, until its body has come or it is forgotten.
    Awaited watch(RoutingContext ctx, Answers answers) {
        Awaited one = new Awaited(ctx, answers);
        awaited.add(one);
        return one;
    }

    void forget(Awaited one) {
        awaited.remove(one);
    }

    private void look(long now) {
        awaited.removeIf(one -> isOver(one, now));
    }

    private boolean isOver(Awaited one, long now) {
        HttpServerRequest request = one.ctx.request();
        if (request.isEnded()) {
            return true;
        }
        Duration patience = within.plusSeconds(request.bytesRead() / BYTES_A_SECOND);
        boolean slow = Duration.ofNanos(now - one.since).compareTo(patience) > 0;
        if (slow) {
            one.loop.runOnContext(_ -> one.end());
        }
        return slow;
    }
}
