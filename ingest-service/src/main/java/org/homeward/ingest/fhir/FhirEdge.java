package org.homeward.ingest.fhir;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.http.Door;
import org.homeward.ingest.http.Relays;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Verdict;
import org.homeward.kit.problem.Problem;

/// `POST /fhir/R4/Observation` and `POST /fhir/R4`: a batch has a status per entry, a transaction
/// is taken whole or not at all. The source bytes go into the log, so that a fault of this mapping
/// can be mended by replay.
@ApplicationScoped
class FhirEdge {
    private static final Set<String> TYPES = Set.of(Outcomes.TYPE, "application/json");

    private final Door door;
    private final AdmitReadings admit;
    private final KeepObservations keep;
    private final Relays relays;
    private final Counts counts;
    private final IngestConfig config;
    private final Door.Edge single;
    private final Door.Edge bundle;

    @Inject
    FhirEdge(
            Door door,
            AdmitReadings admit,
            KeepObservations keep,
            Relays relays,
            Counts counts,
            IngestConfig config) {
        this.door = door;
        this.admit = admit;
        this.keep = keep;
        this.relays = relays;
        this.counts = counts;
        this.config = config;
        this.single = edge(config, this::single);
        this.bundle = edge(config, this::bundle);
    }

    void open(@Observes Router router) {
        router.post("/fhir/R4/Observation").order(-100).handler(ctx -> door.enter(ctx, single));
        router.post("/fhir/R4").order(-100).handler(ctx -> door.enter(ctx, bundle));
    }

    private static Door.Edge edge(IngestConfig config, Consumer<Door.Entry> next) {
        return new Door.Edge(
                Path.FHIR, TYPES, config.edge().fhirBodyBytes(), Outcomes.ANSWERS, next);
    }

    private interface Reader {
        BundleJson read(Source source) throws Refused;
    }

    private void single(Door.Entry entry) {
        take(entry, BundleJson::single);
    }

    private void bundle(Door.Entry entry) {
        int most = config.edge().readings();
        take(entry, source -> BundleJson.bundle(source, most));
    }

    private void take(Door.Entry entry, Reader reader) {
        try {
            Source source = Source.of(entry.body());
            Refusal.Sent sent = sent(entry, source.bytes());
            door.attempt(entry, single, sent, () -> take(entry, sent, source, reader));
        } catch (Refused e) {
            refuseUnread(entry, e);
        }
    }

    /// Whom a body names that cannot be read nobody can take out of it: it is not kept.
    private void refuseUnread(Door.Entry entry, Refused e) {
        counts.refused(Path.FHIR);
        Problem problem = new Problem(e.status(), e.code(), e.detail());
        door.whenKept(
                entry,
                single,
                () ->
                        admit.refuseUnkept(
                                sent(entry, entry.body()),
                                new Refusal.Reason(e.code(), e.detail(), null)),
                _ -> Outcomes.ANSWERS.refuse(entry.ctx(), problem));
    }

    private void take(Door.Entry entry, Refusal.Sent sent, Source source, Reader reader) {
        try {
            BundleJson body = reader.read(source);
            if (body.entries().nameAnother(sent.deviceId())) {
                relayed(entry, sent, body);
            } else {
                keep(entry, sent, new Read(body, Parts.own(body, sent)));
            }
        } catch (Refused e) {
            refuse(entry, sent, e);
        }
    }

    private static Refusal.Sent sent(Door.Entry entry, byte[] body) {
        return new Refusal.Sent(entry.device(), Path.FHIR, Outcomes.TYPE, body, entry.received());
    }

    /// The sender may be a hub that acts for the devices it names.
    private void relayed(Door.Entry entry, Refusal.Sent sent, BundleJson body) {
        door.whenDone(
                entry,
                single,
                sent,
                relays.hub(sent.deviceId()),
                hub -> {
                    try {
                        keep(entry, sent, new Read(body, Parts.of(body, sent, hub)));
                    } catch (Refused e) {
                        refuse(entry, sent, e);
                    }
                });
    }

    private void refuse(Door.Entry entry, Refusal.Sent sent, Refused e) {
        counts.refused(Path.FHIR);
        Problem problem = new Problem(e.status(), e.code(), e.detail());
        door.whenKept(
                entry,
                single,
                () -> admit.refuse(sent, new Refusal.Reason(e.code(), e.detail(), null)),
                _ -> Outcomes.ANSWERS.refuse(entry.ctx(), problem));
    }

    private record Read(BundleJson body, List<Parts.Part> parts) {
        int readings() {
            return parts.stream().mapToInt(part -> part.observed().readings().size()).sum();
        }
    }

    private void keep(Door.Entry entry, Refusal.Sent sent, Read read) {
        if (door.isTooMuch(entry, single, read.readings())) {
            return;
        }
        KeepObservations.Judged judged = keep.judge(read.body(), read.parts());
        door.whenKept(
                entry,
                single,
                () -> keep.keep(judged, sent),
                outcome -> answer(entry.ctx(), read.body(), outcome));
    }

    private void answer(RoutingContext ctx, BundleJson body, AdmitReadings.Outcome outcome) {
        counts.answered(Path.FHIR, outcome);
        HttpServerResponse response = ctx.response();
        if (response.ended()) {
            return;
        }
        boolean refused = body.kind() != BundleJson.Kind.BATCH && !outcome.turned().isEmpty();
        if (refused) {
            Verdict.Turned first = outcome.turned().getFirst();
            Outcomes.ANSWERS.refuse(ctx, new Problem(first.status(), first.code(), first.detail()));
        } else if (body.kind() == BundleJson.Kind.SINGLE) {
            response.setStatusCode(201)
                    .putHeader("Location", location(outcome.admitted().getFirst()))
                    .end();
        } else {
            response.setStatusCode(200)
                    .putHeader("Content-Type", Outcomes.TYPE)
                    .end(ResponseBundle.of(body, outcome, this::location).toBuffer());
        }
    }

    private String location(Verdict.Admitted admitted) {
        return config.gatewayUrl() + "/fhir/R4/Observation/" + admitted.id();
    }
}
