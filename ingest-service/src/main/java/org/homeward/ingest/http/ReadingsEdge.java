package org.homeward.ingest.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.json.Decoded;
import org.homeward.ingest.json.ReadingsJson;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.kit.problem.Problem;

/// `POST /telemetry/v1/readings`: our own JSON. 202 means that the accepted readings and the
/// refusals are durable.
@ApplicationScoped
class ReadingsEdge {
    private static final String TYPE = "application/json";

    private final Door door;
    private final AdmitReadings admit;
    private final Counts counts;
    private final ReadingsJson json;
    private final Door.Edge edge;

    @Inject
    ReadingsEdge(Door door, AdmitReadings admit, Counts counts, IngestConfig config) {
        this.door = door;
        this.admit = admit;
        this.counts = counts;
        this.json = new ReadingsJson(config.edge().readings());
        this.edge =
                new Door.Edge(
                        Path.HTTP,
                        Set.of(TYPE),
                        config.edge().bodyBytes(),
                        Answers.PROBLEM,
                        this::take);
    }

    void open(@Observes Router router) {
        router.post("/telemetry/v1/readings").order(-100).handler(ctx -> door.enter(ctx, edge));
    }

    private void take(Door.Entry entry) {
        Refusal.Sent sent =
                new Refusal.Sent(entry.device(), Path.HTTP, TYPE, entry.body(), entry.received());
        try {
            Decoded decoded = json.decode(entry.body(), entry.device());
            keep(entry.ctx(), Requests.of(sent, decoded, false, ""));
        } catch (Refused e) {
            refuse(entry.ctx(), sent, e);
        }
    }

    private void keep(RoutingContext ctx, AdmitReadings.Request request) {
        Context loop = Vertx.currentContext();
        AdmitReadings.Outcome judged = admit.judge(request);
        var _ =
                admit.keep(request, judged)
                        .whenComplete(
                                (outcome, error) ->
                                        loop.runOnContext(
                                                _ -> {
                                                    if (error == null) {
                                                        answer(ctx, outcome);
                                                    } else {
                                                        Answers.PROBLEM.refuse(
                                                                ctx, door.unavailable(ctx));
                                                    }
                                                }));
    }

    private void answer(RoutingContext ctx, AdmitReadings.Outcome outcome) {
        counts.answered(Path.HTTP, outcome);
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
