package org.homeward.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.door.InFlight;
import org.homeward.ingest.door.Intrusions;
import org.homeward.ingest.door.RateLimits;
import org.homeward.ingest.network.Networks;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.kit.problem.Problem;

/// What every post of a device passes before its body is looked at: media type, its network's rate,
/// credential, its device's rate, room, size. Runs on the request's event loop and never blocks it.
@ApplicationScoped
public class Door {
    private final Credentials credentials;
    private final RateLimits rates;
    private final InFlight inFlight;
    private final Intrusions intrusions;
    private final Networks networks;
    private final Posts posts;

    @Inject
    Door(
            Credentials credentials,
            RateLimits rates,
            InFlight inFlight,
            Intrusions intrusions,
            Networks networks,
            Posts posts) {
        this.credentials = credentials;
        this.rates = rates;
        this.inFlight = inFlight;
        this.intrusions = intrusions;
        this.networks = networks;
        this.posts = posts;
    }

    /// What one edge takes in and how it answers.
    public record Edge(
            Path path, Set<String> types, int bodyBytes, Answers answers, Consumer<Entry> next) {}

    /// A post that was let in.
    @SuppressWarnings("ArrayRecordComponent") // bytes that pass through, never compared
    public record Entry(RoutingContext ctx, UUID device, byte[] body, Instant received) {}

    public void enter(RoutingContext ctx, Edge edge) {
        HttpServerRequest request = ctx.request();
        if (!edge.types().contains(Headers.mediaType(request))) {
            turnAway(ctx, edge, Posts.unsupported(edge));
            return;
        }
        String network = networks.of(request);
        long wait = rates.take(network);
        if (wait > 0) {
            tooMany(ctx, edge, wait);
            return;
        }
        CompletableFuture<Credential> check = credentials.check(Headers.token(request));
        if (check.isDone()) {
            admit(ctx, edge, network, check);
        } else {
            request.pause();
            Context loop = Vertx.currentContext();
            var _ =
                    check.whenComplete(
                            (_, _) -> loop.runOnContext(_ -> admit(ctx, edge, network, check)));
        }
    }

    private void admit(
            RoutingContext ctx, Edge edge, String network, CompletableFuture<Credential> check) {
        if (ctx.response().closed()) {
            // The device left while its credential was looked up; it will send the same again.
            return;
        }
        if (check.isCompletedExceptionally()) {
            turnAway(ctx, edge, posts.unavailable(ctx));
            return;
        }
        switch (check.join()) {
            case Credential.Valid valid -> admit(ctx, edge, valid.deviceId());
            case Credential.Ended ended -> {
                intrusions.ended(ended.deviceId());
                refuseCredential(ctx, edge, network);
            }
            case Credential.Unknown _ -> {
                if (Headers.token(ctx.request()).isEmpty()) {
                    intrusions.nothingShown();
                } else {
                    intrusions.unknown();
                }
                refuseCredential(ctx, edge, network);
            }
        }
    }

    private void refuseCredential(RoutingContext ctx, Edge edge, String network) {
        rates.provedNothing(network);
        ctx.response().putHeader("WWW-Authenticate", "Bearer");
        turnAway(ctx, edge, new Problem(401, "UNAUTHORIZED", "A valid device token is needed."));
    }

    private void admit(RoutingContext ctx, Edge edge, UUID device) {
        long wait = rates.take(device);
        if (wait > 0) {
            tooMany(ctx, edge, wait);
        } else if (!inFlight.enter()) {
            turnAway(ctx, edge, posts.unavailable(ctx));
        } else {
            ctx.addEndHandler(_ -> inFlight.leave());
            posts.read(ctx, edge, device);
        }
    }

    /// Whether a body brings more readings than its sender may send; then it is answered.
    public boolean isTooMuch(Entry entry, Edge edge, int readings) {
        long wait = rates.take(entry.device(), networks.of(entry.ctx().request()), readings);
        if (wait > 0) {
            tooMany(entry.ctx(), edge, wait);
        }
        return wait > 0;
    }

    private void tooMany(RoutingContext ctx, Edge edge, long wait) {
        ctx.response().putHeader("Retry-After", Long.toString(wait));
        turnAway(ctx, edge, new Problem(429, "RATE_LIMITED", "The device sends too much."));
    }

    private void turnAway(RoutingContext ctx, Edge edge, Problem problem) {
        posts.drain(ctx, edge.answers());
        edge.answers().refuse(ctx, problem);
    }

    /// Reads or judges a body that was let in. What we fail on ourselves is refused for good where
    /// it can go again, and else the sender sends it again; no post is left without an answer.
    ///
    /// @param sent what was read, as it may be kept
    public void attempt(Entry entry, Edge edge, Refusal.Sent sent, Runnable step) {
        posts.attempt(entry, edge, sent, step);
    }

    /// Goes on in the same way with what a stage gives that has to be asked first.
    public <T> void whenDone(
            Entry entry,
            Edge edge,
            Refusal.Sent sent,
            CompletableFuture<T> stage,
            Consumer<T> then) {
        posts.whenDone(
                entry, edge, stage, value -> attempt(entry, edge, sent, () -> then.accept(value)));
    }

    /// Makes something durable and answers. Nothing that fails then is a refusal any more: the
    /// sender sends the same again.
    public <T> void whenKept(
            Entry entry, Edge edge, Supplier<CompletableFuture<T>> keep, Consumer<T> answer) {
        posts.whenKept(entry, edge, keep, answer);
    }
}
