package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.Verdict.Turned;

/// What was refused of FHIR's bodies goes to the door again: a Bundle, one entry of it, or an
/// Observation.
@ApplicationScoped
class StoredObservations implements Way {
    private final AdmitReadings admit;
    private final int most;

    @Inject
    StoredObservations(AdmitReadings admit, IngestConfig config) {
        this.admit = admit;
        this.most = config.edge().readings();
    }

    @Override
    public boolean takes(Refusal refusal) {
        return refusal.deviceId() != null
                && refusal.path() == Path.FHIR
                && !refusal.truncated()
                && !refusal.reasons().contains(Refusal.OTHER_DEVICE)
                && refusal.payloadType().equals(Outcomes.TYPE);
    }

    @Override
    public Uni<Verdict> again(Refusal refusal) {
        UUID device = Objects.requireNonNull(refusal.deviceId());
        Refusal.Sent sent =
                new Refusal.Sent(
                        device,
                        Path.FHIR,
                        refusal.payloadType(),
                        refusal.payload(),
                        refusal.received());
        try {
            return again(sent, read(sent));
        } catch (Refused e) {
            return Uni.createFrom().item(new Verdict(e.code() + ": " + e.detail()));
        }
    }

    private BundleJson read(Refusal.Sent sent) throws Refused {
        Source source = Source.of(sent.body());
        if (source.tree().path("resourceType").asText().equals("Bundle")) {
            return BundleJson.bundle(source, sent.deviceId(), most);
        }
        JsonNode entry = source.tree().path("resource");
        if (!entry.isObject()) {
            return BundleJson.single(source, sent.deviceId());
        }
        if (Clocks.isNamedIn(entry)) {
            throw new Refused(422, "NOT_WHOLE", "the clock it was measured by is in another entry");
        }
        return BundleJson.single(Source.of(Source.bytes(entry)), sent.deviceId());
    }

    private Uni<Verdict> again(Refusal.Sent sent, BundleJson bundle) {
        AdmitReadings.Request request =
                new AdmitReadings.Request(
                        sent,
                        bundle.readings(),
                        bundle.faults(),
                        SelfReport.NOTHING,
                        true,
                        "",
                        i -> Source.bytes(bundle.nodes().get(i)));
        AdmitReadings.Outcome judged = admit.judge(request);
        List<Turned> turned = judged.turned();
        boolean whole = bundle.kind() == BundleJson.Kind.TRANSACTION && !turned.isEmpty();
        if (whole || judged.admitted().isEmpty()) {
            Turned first = turned.getFirst();
            return Uni.createFrom().item(new Verdict(first.code() + ": " + first.detail()));
        }
        return Uni.createFrom()
                .completionStage(() -> admit.keep(request, judged))
                .replaceWith(Verdict.ACCEPTED);
    }
}
