package org.homeward.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.BodyRoom;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.fault.Faults;
import org.homeward.ingest.reading.Refusal;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The body of a post that was let in: read up to its size and in time, unpacked, and handed on.
/// What is too large is refused as that, and the refusal kept.
@ApplicationScoped
class Posts {
    private final Counts counts;
    private final AdmitReadings admit;
    private final SlowBodies slow;
    private final BodyRoom room;
    private final Faults faults;

    @Inject
    Posts(Counts counts, AdmitReadings admit, SlowBodies slow, BodyRoom room, Faults faults) {
        this.counts = counts;
        this.admit = admit;
        this.slow = slow;
        this.room = room;
        this.faults = faults;
    }

    /// Lets a body that is not wanted come to its end.
    void drain(RoutingContext ctx, Answers answers) {
        if (!ctx.request().isEnded()) {
            BodyReader.read(ctx.request(), 0, _ -> {}, _ -> {});
            slow.watch(ctx, answers);
        }
    }

    /// Watches a post whose body is wanted until it is answered.
    void watch(RoutingContext ctx, Answers answers) {
        SlowBodies.Awaited awaited = slow.watch(ctx, answers);
        ctx.addEndHandler(_ -> slow.forget(awaited));
    }

    void read(RoutingContext ctx, Door.Edge edge, UUID device) {
        BodyRoom.Share share = room.share(device);
        ctx.addEndHandler(_ -> share.leave());
        if (!share.reserve(Headers.announced(ctx.request(), edge.bodyBytes()))) {
            drain(ctx, edge.answers());
            edge.answers().refuse(ctx, unavailable(ctx));
            return;
        }
        Instant received = Instant.now();
        watch(ctx, edge.answers());
        BodyReader.read(
                ctx.request(),
                edge.bodyBytes(),
                new BodyReader.Room(share::take, () -> full(ctx, edge)),
                body -> {
                    Door.Entry entry = new Door.Entry(ctx, device, body, received);
                    open(entry, edge, () -> opened(entry, edge, share));
                },
                start -> {
                    ctx.request().pause();
                    tooLarge(
                            new Door.Entry(ctx, device, start, received),
                            edge,
                            Headers.size(ctx.request()));
                });
    }

    /// What is still to come of the body is let pass.
    private void full(RoutingContext ctx, Door.Edge edge) {
        edge.answers().refuse(ctx, unavailable(ctx));
        slow.watch(ctx, edge.answers());
    }

    private void opened(Door.Entry entry, Door.Edge edge, BodyRoom.Share share) {
        String encoding = entry.ctx().request().getHeader("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            edge.next().accept(entry);
        } else if (encoding.equalsIgnoreCase("gzip")) {
            inflate(entry, edge, share);
        } else {
            edge.answers().refuse(entry.ctx(), unsupported(edge));
        }
    }

    private void inflate(Door.Entry entry, Door.Edge edge, BodyRoom.Share share) {
        try {
            byte @Nullable [] body = BodyReader.inflate(entry.body(), edge.bodyBytes());
            if (body == null) {
                tooLarge(entry, edge, " Packed it has " + entry.body().length + " bytes.");
            } else if (!share.reserve(body.length)) {
                edge.answers().refuse(entry.ctx(), unavailable(entry.ctx()));
            } else {
                edge.next()
                        .accept(
                                new Door.Entry(
                                        entry.ctx(), entry.device(), body, entry.received()));
            }
        } catch (IOException e) {
            // Handed on as it is: it is unreadable JSON and is kept as such.
            edge.next().accept(entry);
        }
    }

    /// Somebody's readings are in there: the refusal is kept, without what it refuses.
    private void tooLarge(Door.Entry entry, Door.Edge edge, String size) {
        String rule = "The body has more than " + edge.bodyBytes() + " bytes.";
        Problem problem = new Problem(413, "BODY_TOO_LARGE", rule);
        counts.refused(edge.path());
        CompletableFuture<Void> kept =
                admit.refuseUnkept(
                        sent(entry, edge), new Refusal.Reason(problem.code(), rule + size, null));
        answerWhenKept(entry.ctx(), edge, problem, kept);
    }

    /// Does a step before a body can be read. Whatever it meets, the sender is answered, and sends
    /// the same again.
    private void open(Door.Entry entry, Door.Edge edge, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError e) {
            faults.note(sent(entry, edge), e);
            edge.answers().refuse(entry.ctx(), unavailable(entry.ctx()));
        }
    }

    /// Reads or judges a body. What we fail on ourselves is refused, and kept as `sent`.
    void attempt(Door.Entry entry, Door.Edge edge, Refusal.Sent sent, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError e) {
            Refusal.Reason reason = Faults.reason();
            Problem problem = new Problem(422, reason.code(), reason.detail());
            answerWhenKept(entry.ctx(), edge, problem, faults.refuse(sent, e));
        }
    }

    /// Answers with what a stage gives that makes something durable. From here on nothing is
    /// refused any more: what fails may have been kept, and is sent again.
    <T> void whenKept(
            Door.Entry entry,
            Door.Edge edge,
            Supplier<CompletableFuture<T>> keep,
            Consumer<T> answer) {
        CompletableFuture<T> kept;
        try {
            kept = keep.get();
        } catch (RuntimeException | StackOverflowError e) {
            faults.note(sent(entry, edge), e);
            kept = CompletableFuture.failedFuture(e);
        }
        whenDone(
                entry,
                edge,
                kept,
                value -> {
                    try {
                        answer.accept(value);
                    } catch (RuntimeException | StackOverflowError e) {
                        faults.log(sent(entry, edge), e);
                        edge.answers().refuse(entry.ctx(), unavailable(entry.ctx()));
                    }
                });
    }

    /// Goes on, on the request's event loop, with what a stage gives. One that fails tells nothing
    /// of the body, and the sender sends the same again.
    <T> void whenDone(
            Door.Entry entry, Door.Edge edge, CompletableFuture<T> stage, Consumer<T> then) {
        Context loop = Vertx.currentContext();
        var _ =
                stage.whenComplete(
                        (value, error) ->
                                loop.runOnContext(
                                        _ -> {
                                            if (error == null) {
                                                then.accept(value);
                                            } else {
                                                edge.answers()
                                                        .refuse(
                                                                entry.ctx(),
                                                                unavailable(entry.ctx()));
                                            }
                                        }));
    }

    private static Refusal.Sent sent(Door.Entry entry, Door.Edge edge) {
        return new Refusal.Sent(
                entry.device(),
                edge.path(),
                Headers.mediaType(entry.ctx().request()),
                entry.body(),
                entry.received());
    }

    private void answerWhenKept(
            RoutingContext ctx, Door.Edge edge, Problem problem, CompletableFuture<Void> kept) {
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
                                            slow.watch(ctx, edge.answers());
                                        }));
    }

    /// The problem for an outcome that is not known; the device sends the same again.
    Problem unavailable(RoutingContext ctx) {
        counts.unavailable();
        ctx.response().putHeader("Retry-After", "1");
        return new Problem(503, "UNAVAILABLE", "Send the same again later.");
    }

    static Problem unsupported(Door.Edge edge) {
        return new Problem(
                415, "UNSUPPORTED_MEDIA_TYPE", "Taken are: " + String.join(", ", edge.types()));
    }
}
