package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.device.Hub;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.fhir.phd.Clocks;
import org.homeward.ingest.http.Relays;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Verdict.Turned;

/// What was refused of FHIR's bodies goes to the door again: a Bundle, one entry of it, or an
/// Observation.
@ApplicationScoped
class StoredObservations implements Way {
    private final KeepObservations keep;
    private final Relays relays;
    private final int most;

    @Inject
    StoredObservations(KeepObservations keep, Relays relays, IngestConfig config) {
        this.keep = keep;
        this.relays = relays;
        this.most = config.edge().readings();
    }

    @Override
    public boolean takes(Refusal refusal) {
        return refusal.deviceId() != null
                && refusal.path() == Path.FHIR
                && !refusal.truncated()
                && !refusal.reasons().contains(Refusal.OTHER_DEVICE)
                && !refusal.reasons().contains(Refusal.NOT_AUTHORISED_FOR_DEVICE)
                && refusal.payloadType().equals(Outcomes.TYPE);
    }

    /// What a hub sent is its own or another device's, as when it came.
    @Override
    public Uni<Verdict> again(Refusal refusal) {
        UUID device = Objects.requireNonNull(refusal.deviceId());
        try {
            Source source = source(refusal.payload());
            Refusal.Sent sent =
                    new Refusal.Sent(
                                    device,
                                    Path.FHIR,
                                    refusal.payloadType(),
                                    refusal.payload(),
                                    refusal.received())
                            .relayedBy(refusal.relayedBy());
            BundleJson body = read(source);
            return body.entries().nameAnother(device)
                    ? Uni.createFrom()
                            .completionStage(() -> relays.hub(device))
                            .chain(hub -> again(body, sent, hub))
                    : again(body, sent, Parts.own(body, sent));
        } catch (Refused e) {
            return refused(e.code(), e.detail());
        }
    }

    /// One entry was kept with what stands around its resource.
    private static Source source(byte[] payload) throws Refused {
        Source source = Source.of(payload);
        JsonNode entry = source.tree().path("resource");
        if (!entry.isObject()) {
            return source;
        }
        if (Clocks.isNamedIn(entry)) {
            throw new Refused(422, "NOT_WHOLE", "the clock it was measured by is in another entry");
        }
        return Source.of(Source.bytes(entry));
    }

    private BundleJson read(Source source) throws Refused {
        return source.tree().path("resourceType").asText().equals("Bundle")
                ? BundleJson.bundle(source, most)
                : BundleJson.single(source);
    }

    private Uni<Verdict> again(BundleJson body, Refusal.Sent sent, Hub hub) {
        try {
            return again(body, sent, Parts.of(body, sent, hub));
        } catch (Refused e) {
            return refused(e.code(), e.detail());
        }
    }

    private Uni<Verdict> again(BundleJson body, Refusal.Sent sent, List<Parts.Part> parts) {
        KeepObservations.Judged judged =
                keep.judge(body, parts.stream().map(Parts.Part::withoutReport).toList());
        Verdict before = verdict(judged.together());
        if (before.fault() != null) {
            return Uni.createFrom().item(before);
        }
        return Uni.createFrom()
                .completionStage(() -> keep.keep(judged, sent))
                .map(StoredObservations::verdict);
    }

    private static Verdict verdict(AdmitReadings.Outcome outcome) {
        if (outcome.admitted().isEmpty() && !outcome.turned().isEmpty()) {
            Turned first = outcome.turned().getFirst();
            return new Verdict(first.code() + ": " + first.detail());
        }
        return Verdict.ACCEPTED;
    }

    private static Uni<Verdict> refused(String code, String detail) {
        return Uni.createFrom().item(new Verdict(code + ": " + detail));
    }
}
