package org.homeward.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeward.ingest.credential.ClaimCodes.Claim;
import org.homeward.ingest.credential.ClaimDevices;
import org.homeward.ingest.door.ClaimAttempts;
import org.homeward.ingest.door.InFlight;
import org.homeward.ingest.door.Intrusions;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.json.StrictJson;
import org.homeward.ingest.network.Networks;
import org.homeward.kit.problem.Problem;

/// `POST /telemetry/v1/claim`: a device exchanges the code on its label for its token, once. All
/// codes that are worth nothing get the same answer.
@ApplicationScoped
class ClaimEdge {
    private static final String TYPE = "application/json";
    private static final int BODY_BYTES = 1024;

    private final ClaimDevices devices;
    private final ClaimAttempts attempts;
    private final InFlight inFlight;
    private final Intrusions intrusions;
    private final Posts posts;
    private final Networks networks;

    @Inject
    ClaimEdge(
            ClaimDevices devices,
            ClaimAttempts attempts,
            InFlight inFlight,
            Intrusions intrusions,
            Posts posts,
            Networks networks) {
        this.devices = devices;
        this.attempts = attempts;
        this.inFlight = inFlight;
        this.intrusions = intrusions;
        this.posts = posts;
        this.networks = networks;
    }

    void open(@Observes Router router) {
        router.post("/telemetry/v1/claim").order(-100).handler(this::enter);
    }

    private void enter(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        long wait = attempts.enter(networks.of(request));
        if (wait > 0) {
            tooMany(ctx, wait);
            posts.drain(ctx, Answers.PROBLEM);
        } else if (!Headers.mediaType(request).equals(TYPE)
                || request.getHeader("Content-Encoding") != null) {
            Problem problem = new Problem(415, "UNSUPPORTED_MEDIA_TYPE", "Taken is: " + TYPE);
            Answers.PROBLEM.refuse(ctx, problem);
            posts.drain(ctx, Answers.PROBLEM);
        } else {
            read(ctx);
        }
    }

    private static void tooMany(RoutingContext ctx, long wait) {
        ctx.response().putHeader("Retry-After", Long.toString(wait));
        Answers.PROBLEM.refuse(ctx, new Problem(429, "RATE_LIMITED", "Too many codes were tried."));
    }

    private void read(RoutingContext ctx) {
        posts.watch(ctx, Answers.PROBLEM);
        BodyReader.read(
                ctx.request(),
                BODY_BYTES,
                body -> take(ctx, body),
                _ ->
                        Answers.PROBLEM.refuse(
                                ctx,
                                new Problem(
                                        413,
                                        "BODY_TOO_LARGE",
                                        "The body has more than " + BODY_BYTES + " bytes.")));
    }

    private void take(RoutingContext ctx, byte[] body) {
        try {
            attempt(ctx, Fields.text(StrictJson.object(body), "claimCode", ""));
        } catch (StrictJson.Unreadable e) {
            Answers.PROBLEM.refuse(
                    ctx, new Problem(400, "UNREADABLE", String.valueOf(e.getMessage())));
        } catch (Fault e) {
            Answers.PROBLEM.refuse(ctx, new Problem(e.status(), e.code(), e.detail()));
        }
    }

    private void attempt(RoutingContext ctx, String typed) {
        long wait = attempts.take(networks.of(ctx.request()));
        if (wait > 0) {
            tooMany(ctx, wait);
        } else if (!inFlight.enter()) {
            noGuess(ctx);
            Answers.PROBLEM.refuse(ctx, posts.unavailable(ctx));
        } else {
            ctx.addEndHandler(_ -> inFlight.leave());
            exchange(ctx, typed);
        }
    }

    private void exchange(RoutingContext ctx, String typed) {
        Context loop = Vertx.currentContext();
        var _ =
                devices.claim(typed)
                        .subscribeAsCompletionStage()
                        .whenComplete(
                                (answer, error) ->
                                        loop.runOnContext(
                                                _ -> {
                                                    if (error == null) {
                                                        answer(ctx, answer);
                                                    } else {
                                                        noGuess(ctx);
                                                        Answers.PROBLEM.refuse(
                                                                ctx, posts.unavailable(ctx));
                                                    }
                                                }));
    }

    private void answer(RoutingContext ctx, ClaimDevices.Answer answer) {
        switch (answer.claim()) {
            case Claim.Taken taken -> {
                noGuess(ctx);
                give(ctx, taken, answer.token());
            }
            case Claim.TwoCredentials _ -> {
                noGuess(ctx);
                Answers.PROBLEM.refuse(ctx, twoCredentials());
            }
            case Claim.Ended ended -> {
                intrusions.endedCode(ended.deviceId());
                refuse(ctx);
            }
            case Claim.Unknown _ -> {
                intrusions.unknownCode();
                refuse(ctx);
            }
            case Claim.NoCode _ -> {
                attempts.wasSlip(networks.of(ctx.request()));
                intrusions.noCode();
                refuse(ctx);
            }
        }
    }

    private void noGuess(RoutingContext ctx) {
        attempts.giveBack(networks.of(ctx.request()));
    }

    private static void refuse(RoutingContext ctx) {
        ctx.response().putHeader("WWW-Authenticate", "Bearer");
        Answers.PROBLEM.refuse(
                ctx, new Problem(401, "CLAIM_REFUSED", "A valid claim code is needed."));
    }

    private static Problem twoCredentials() {
        return new Problem(
                409,
                "TWO_CREDENTIALS",
                "The device has two live credentials: one must be revoked first.");
    }

    private static void give(RoutingContext ctx, Claim.Taken taken, String token) {
        if (ctx.response().ended()) {
            return;
        }
        ctx.response()
                .putHeader("Content-Type", TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(
                        new JsonObject()
                                .put("deviceId", taken.credential().deviceId().toString())
                                .put("token", token)
                                .put("rotateBy", taken.credential().rotateBy().toString())
                                .encode());
    }
}
