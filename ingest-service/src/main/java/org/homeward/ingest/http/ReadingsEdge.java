package org.homeward.ingest.http;

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
        Refusal.Sent sent =
                new Refusal.Sent(
                        entry.device(), Path.HTTP, format.type(), entry.body(), entry.received());
        if (format == Format.OWN) {
            door.attempt(entry, edge, sent, () -> take(entry, sent, Profile.NONE));
        } else {
            door.whenDone(
                    entry,
                    edge,
                    sent,
                    profiles.of(entry.device()),
                    profile -> take(entry, sent, profile));
        }
    }

    private void take(Door.Entry entry, Refusal.Sent sent, Profile profile) {
        try {
            keep(entry, sent, bodies.read(Format.of(sent.type()), sent, profile));
        } catch (Refused e) {
            e.named()
                    .filter(_ -> sent.relayedBy() == null)
                    .ifPresentOrElse(
                            named -> relayed(entry, sent, named, e), () -> refuse(entry, sent, e));
        }
    }

    /// The sender may be a hub that acts for the device it names.
    private void relayed(Door.Entry entry, Refusal.Sent sent, UUID named, Refused refused) {
        door.whenDone(
                entry,
                edge,
                sent,
                relays.decide(sent, named, refused),
                relay -> take(entry, sent, relay));
    }

    private void take(Door.Entry entry, Refusal.Sent sent, Relays.Relay relay) {
        switch (relay) {
            case Relays.Relay.Allowed allowed ->
                    door.attempt(
                            entry,
                            edge,
                            allowed.sent(),
                            () -> take(entry, allowed.sent(), Profile.NONE));
            case Relays.Relay.Refuse refuse -> refuse(entry, sent, refuse.why());
        }
    }

    private void keep(Door.Entry entry, Refusal.Sent sent, Body body) {
        if (door.isTooMuch(entry, edge, body.decoded().readings().size())) {
            return;
        }
        AdmitReadings.Request request = Requests.of(sent, body.decoded(), body.keepSource(), "");
        AdmitReadings.Outcome judged = admit.judge(request);
        door.whenKept(
                entry,
                edge,
                () -> admit.keep(request, judged),
                outcome -> {
                    counts.answered(Path.HTTP, outcome);
                    answer(entry.ctx(), body.each(outcome));
                });
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

    private void refuse(Door.Entry entry, Refusal.Sent sent, Refused refused) {
        Problem problem = new Problem(refused.status(), refused.code(), refused.detail());
        counts.refused(Path.HTTP);
        door.whenKept(
                entry,
                edge,
                () ->
                        admit.refuse(
                                sent, new Refusal.Reason(refused.code(), refused.detail(), null)),
                _ -> Answers.PROBLEM.refuse(entry.ctx(), problem));
    }
}
