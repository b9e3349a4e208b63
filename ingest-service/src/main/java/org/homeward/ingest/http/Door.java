package org.homeward.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.InFlight;
import org.homeward.ingest.door.Intrusions;
import org.homeward.ingest.door.RateLimits;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What every post of a device passes before its body is looked at: media type, credential, rate,
/// room, size. Runs on the request's event loop and never blocks it.
@ApplicationScoped
public class Door {
    private final Credentials credentials;
    private final RateLimits rates;
    private final InFlight inFlight;
    private final Counts counts;
    private final Intrusions intrusions;
    private final AdmitReadings admit;

    @Inject
    Door(
            Credentials credentials,
            RateLimits rates,
            InFlight inFlight,
            Counts counts,
            Intrusions intrusions,
            AdmitReadings admit) {
        this.credentials = credentials;
        this.rates = rates;
        this.inFlight = inFlight;
        this.counts = counts;
        this.intrusions = intrusions;
        this.admit = admit;
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
            drain(ctx);
            edge.answers().refuse(ctx, unsupported(edge));
            return;
        }
        CompletableFuture<Credential> check = credentials.check(Headers.token(request));
        if (check.isDone()) {
            admit(ctx, edge, check);
        } else {
            request.pause();
            Context loop = Vertx.currentContext();
            var _ = check.whenComplete((_, _) -> loop.runOnContext(_ -> admit(ctx, edge, check)));
        }
    }

    private void admit(RoutingContext ctx, Edge edge, CompletableFuture<Credential> check) {
        if (ctx.response().closed()) {
            // The device left while its credential was looked up; it will send the same again.
            return;
        }
        if (check.isCompletedExceptionally()) {
            turnAway(ctx, edge, unavailable(ctx));
            return;
        }
        switch (check.join()) {
            case Credential.Valid valid -> admit(ctx, edge, valid.deviceId());
            case Credential.Ended ended -> {
                intrusions.ended(ended.deviceId());
                refuseCredential(ctx, edge);
            }
            case Credential.Unknown _ -> {
                if (Headers.token(ctx.request()).isEmpty()) {
                    counts.unauthorized();
                } else {
                    intrusions.unknown();
                }
                refuseCredential(ctx, edge);
            }
        }
    }

    private static void refuseCredential(RoutingContext ctx, Edge edge) {
        ctx.response().putHeader("WWW-Authenticate", "Bearer");
        turnAway(ctx, edge, unknown());
    }

    private void admit(RoutingContext ctx, Edge edge, UUID device) {
        long wait = rates.take(device);
        if (wait > 0) {
            counts.rateLimited();
            ctx.response().putHeader("Retry-After", Long.toString(wait));
            turnAway(ctx, edge, new Problem(429, "RATE_LIMITED", "The device sends too much."));
        } else if (!inFlight.enter()) {
            turnAway(ctx, edge, unavailable(ctx));
        } else {
            ctx.addEndHandler(_ -> inFlight.leave());
            read(ctx, edge, device);
        }
    }

    private void read(RoutingContext ctx, Edge edge, UUID device) {
        Instant received = Instant.now();
        BodyReader.read(
                ctx.request(),
                edge.bodyBytes(),
                body -> opened(new Entry(ctx, device, body, received), edge),
                start -> {
                    ctx.request().pause();
                    tooLarge(
                            new Entry(ctx, device, start, received),
                            edge,
                            Headers.size(ctx.request()));
                });
    }

    private void opened(Entry entry, Edge edge) {
        String encoding = entry.ctx().request().getHeader("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            edge.next().accept(entry);
        } else if (encoding.equalsIgnoreCase("gzip")) {
            inflate(entry, edge);
        } else {
            edge.answers().refuse(entry.ctx(), unsupported(edge));
        }
    }

    private void inflate(Entry entry, Edge edge) {
        try {
            byte @Nullable [] body = BodyReader.inflate(entry.body(), edge.bodyBytes());
            if (body == null) {
                tooLarge(entry, edge, " Packed it has " + entry.body().length + " bytes.");
            } else {
                edge.next().accept(new Entry(entry.ctx(), entry.device(), body, entry.received()));
            }
        } catch (IOException e) {
            // Handed on as it is: it is unreadable JSON and is kept as such.
            edge.next().accept(entry);
        }
    }

    /// Somebody's readings are in there: the refusal is kept, without what it refuses.
    private void tooLarge(Entry entry, Edge edge, String size) {
        String rule = "The body has more than " + edge.bodyBytes() + " bytes.";
        Problem problem = new Problem(413, "BODY_TOO_LARGE", rule);
        Refusal.Sent start =
                new Refusal.Sent(
                        entry.device(),
                        edge.path(),
                        Headers.mediaType(entry.ctx().request()),
                        entry.body(),
                        entry.received());
        counts.refused(edge.path());
        CompletableFuture<Void> kept =
                admit.refuseLarge(start, new Refusal.Reason(problem.code(), rule + size, null));
        answerWhenKept(entry.ctx(), edge, problem, kept);
    }

    private void answerWhenKept(
            RoutingContext ctx, Edge edge, Problem problem, CompletableFuture<Void> kept) {
        Context loop = Vertx.currentContext();
        var _ =
                kept.whenComplete(
                        (_, error) ->
                                loop.runOnContext(
                                        _ -> {
                                            Problem answer =
                                                    error == null ? problem : unavailable(ctx);
                                            edge.answers().refuse(ctx, answer);
                                            ctx.request().resume();
                                        }));
    }

    private static void turnAway(RoutingContext ctx, Edge edge, Problem problem) {
        drain(ctx);
        edge.answers().refuse(ctx, problem);
    }

    private static void drain(RoutingContext ctx) {
        if (!ctx.request().isEnded()) {
            BodyReader.read(ctx.request(), 0, _ -> {}, _ -> {});
        }
    }

    /// The problem for an outcome that is not known; the device sends the same again.
    public Problem unavailable(RoutingContext ctx) {
        counts.unavailable();
        ctx.response().putHeader("Retry-After", "1");
        return new Problem(503, "UNAVAILABLE", "Send the same again later.");
    }

    private static Problem unknown() {
        return new Problem(401, "UNAUTHORIZED", "A valid device token is needed.");
    }

    private static Problem unsupported(Edge edge) {
        return new Problem(
                415, "UNSUPPORTED_MEDIA_TYPE", "Taken are: " + String.join(", ", edge.types()));
    }
}
