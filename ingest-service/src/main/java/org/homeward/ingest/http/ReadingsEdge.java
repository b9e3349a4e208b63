package org.homeward.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.dialect.Bodies;
import org.homeward.ingest.dialect.Body;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.profile.Profiles;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.kit.problem.Problem;

/// `POST /telemetry/v1/readings`: our own JSON, or SenML by its media type. 202 means that the
/// accepted readings and the refusals are durable.
@ApplicationScoped
class ReadingsEdge {
    private static final String TYPE = "application/json";

    private final Door door;
    private final AdmitReadings admit;
    private final Counts counts;
    private final Profiles profiles;
    private final Relays relays;
    private final Bodies bodies;
    private final Door.Edge edge;

    @Inject
    ReadingsEdge(
            Door door,
            AdmitReadings admit,
            Counts counts,
            Profiles profiles,
            Relays relays,
            IngestConfig config) {
        this.door = door;
        this.admit = admit;
        this.counts = counts;
        this.profiles = profiles;
        this.relays = relays;
        this.bodies = new Bodies(config.edge().readings());
        this.edge =
                new Door.Edge(
                        Path.HTTP,
                        Set.of(TYPE, Format.SENML.type()),
                        config.edge().bodyBytes(),
                        Answers.PROBLEM,
                        this::take);
    }

    void open(@Observes Router router) {
        router.post("/telemetry/v1/readings").order(-100).handler(ctx -> door.enter(ctx, edge));
    }

    private void take(Door.Entry entry) {
        Format format = Format.of(Headers.mediaType(entry.ctx().request()));
        if (format == Format.OWN) {
            take(entry, format, Profile.NONE);
            return;
        }
        Context loop = Vertx.currentContext();
        var _ =
                profiles.of(entry.device())
                        .whenComplete(
                                (profile, error) ->
                                        loop.runOnContext(
                                                _ -> {
                                                    if (error == null) {
                                                        take(entry, format, profile);
                                                    } else {
                                                        unavailable(entry.ctx());
                                                    }
                                                }));
    }

    private void take(Door.Entry entry, Format format, Profile profile) {
        Refusal.Sent sent =
                new Refusal.Sent(
                        entry.device(), Path.HTTP, format.type(), entry.body(), entry.received());
        try {
            keep(entry.ctx(), sent, bodies.read(format, sent, profile));
        } catch (Refused e) {
            e.named()
                    .ifPresentOrElse(
                            named -> relayed(entry.ctx(), sent, named, e),
                            () -> refuse(entry.ctx(), sent, e));
        }
    }

    /// The sender may be a hub that acts for the device it names.
    private void relayed(RoutingContext ctx, Refusal.Sent sent, UUID named, Refused refused) {
        Context loop = Vertx.currentContext();
        var _ =
                relays.decide(sent, named, refused)
                        .whenComplete(
                                (relay, error) ->
                                        loop.runOnContext(
                                                _ -> {
                                                    if (error == null) {
                                                        take(ctx, sent, relay);
                                                    } else {
                                                        unavailable(ctx);
                                                    }
                                                }));
    }

    private void take(RoutingContext ctx, Refusal.Sent sent, Relays.Relay relay) {
        switch (relay) {
            case Relays.Relay.Allowed allowed -> {
                try {
                    keep(
                            ctx,
                            allowed.sent(),
                            bodies.read(Format.OWN, allowed.sent(), Profile.NONE));
                } catch (Refused e) {
                    refuse(ctx, allowed.sent(), e);
                }
            }
            case Relays.Relay.Refuse refuse -> refuse(ctx, sent, refuse.why());
        }
    }

    private void keep(RoutingContext ctx, Refusal.Sent sent, Body body) {
        Context loop = Vertx.currentContext();
        AdmitReadings.Request request = Requests.of(sent, body.decoded(), body.keepSource(), "");
        AdmitReadings.Outcome judged = admit.judge(request);
        var _ =
                admit.keep(request, judged)
                        .whenComplete(
                                (outcome, error) ->
                                        loop.runOnContext(
                                                _ -> {
                                                    if (error == null) {
                                                        counts.answered(Path.HTTP, outcome);
                                                        answer(ctx, body.each(outcome));
                                                    } else {
                                                        unavailable(ctx);
                                                    }
                                                }));
    }

    private void unavailable(RoutingContext ctx) {
        Answers.PROBLEM.refuse(ctx, door.unavailable(ctx));
    }

    private static void answer(RoutingContext ctx, AdmitReadings.Outcome outcome) {
        if (outcome.admitted().isEmpty()) {
            Answers.PROBLEM.refuse(ctx, Verdicts.problem(outcome.turned()));
        } else if (!ctx.response().ended()) {
            ctx.response()
                    .setStatusCode(202)
                    .putHeader("Content-Type", TYPE)
                    .end(Verdicts.json(outcome));
        }
    }

    private void refuse(RoutingContext ctx, Refusal.Sent sent, Refused refused) {
        Context loop = Vertx.currentContext();
        Problem problem = new Problem(refused.status(), refused.code(), refused.detail());
        counts.refused(Path.HTTP);
        var _ =
                admit.refuse(sent, new Refusal.Reason(refused.code(), refused.detail(), null))
                        .whenComplete(
                                (_, error) ->
                                        loop.runOnContext(
                                                _ ->
                                                        Answers.PROBLEM.refuse(
                                                                ctx,
                                                                error == null
                                                                        ? problem
                                                                        : door.unavailable(ctx))));
    }
}
