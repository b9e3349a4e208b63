package org.homeward.ingest.dialect;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.json.Decoded;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.profile.Profiles;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.Verdict.Turned;

/// What was refused of a body of ours, SenML or keyed values, or the body itself, goes to the door
/// again: after a profile, a code or a unit was added.
@ApplicationScoped
class StoredBodies implements Way {
    private static final Set<Path> PATHS = Set.of(Path.HTTP, Path.MQTT);

    private final AdmitReadings admit;
    private final Profiles profiles;
    private final Bodies bodies;

    @Inject
    StoredBodies(AdmitReadings admit, Profiles profiles, IngestConfig config) {
        this.admit = admit;
        this.profiles = profiles;
        this.bodies = new Bodies(config.edge().readings());
    }

    @Override
    public boolean takes(Refusal refusal) {
        return refusal.deviceId() != null
                && refusal.path() != null
                && PATHS.contains(refusal.path())
                && !refusal.truncated()
                && !refusal.reasons().contains(Refusal.OTHER_DEVICE)
                && !refusal.reasons().contains(Refusal.NOT_AUTHORISED_FOR_DEVICE)
                && (refusal.payloadType().equals(Format.OWN.type())
                        || refusal.payloadType().equals(Format.SENML.type())
                        || refusal.payloadType().equals(Format.EITHER.type()))
                && !namesAnother(refusal);
    }

    /// Whether a body of ours names another device than its own: a hub's, of which it was not
    /// decided yet for whom it speaks.
    private static boolean namesAnother(Refusal refusal) {
        String body =
                new String(refusal.payload(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return body.contains("\"readings\"")
                && body.contains("\"deviceid\"")
                && !body.contains(String.valueOf(refusal.deviceId()));
    }

    @Override
    public Uni<Verdict> again(Refusal refusal) {
        UUID device = java.util.Objects.requireNonNull(refusal.deviceId());
        return Uni.createFrom()
                .completionStage(() -> profiles.of(device))
                .chain(profile -> again(sent(device, refusal), profile));
    }

    private Uni<Verdict> again(Refusal.Sent sent, Profile profile) {
        try {
            Decoded decoded = bodies.read(format(sent), sent, profile).decoded();
            AdmitReadings.Request request = request(sent, decoded);
            AdmitReadings.Outcome judged = admit.judge(request);
            return judged.admitted().isEmpty()
                    ? Uni.createFrom().item(verdict(judged))
                    : Uni.createFrom()
                            .completionStage(() -> admit.keep(request, judged))
                            .map(StoredBodies::verdict);
        } catch (Refused e) {
            return Uni.createFrom().item(new Verdict(e.code() + ": " + e.detail()));
        }
    }

    private static Verdict verdict(AdmitReadings.Outcome outcome) {
        if (!outcome.admitted().isEmpty()) {
            return Verdict.ACCEPTED;
        }
        Turned first = outcome.turned().getFirst();
        return new Verdict(first.code() + ": " + first.detail());
    }

    private static Format format(Refusal.Sent sent) {
        if (sent.type().equals(Format.SENML.type())) {
            return Format.SENML;
        }
        return sent.type().equals(Format.OWN.type()) ? Format.OWN : Format.EITHER;
    }

    private static AdmitReadings.Request request(Refusal.Sent sent, Decoded decoded) {
        return new AdmitReadings.Request(
                sent,
                decoded.readings(),
                decoded.faults(),
                SelfReport.NOTHING,
                !sent.type().equals(Format.OWN.type()),
                "",
                decoded.fragment());
    }

    /// One reading of ours was kept without its envelope.
    private static Refusal.Sent sent(UUID device, Refusal refusal) {
        byte[] body = refusal.payload();
        if (refusal.index() != null && body.length > 0 && body[0] == '{') {
            String reading = new String(body, StandardCharsets.UTF_8);
            body = ("{\"readings\":[" + reading + "]}").getBytes(StandardCharsets.UTF_8);
        }
        Path path = java.util.Objects.requireNonNull(refusal.path());
        String type = refusal.payloadType();
        return new Refusal.Sent(device, path, type, body, refusal.received())
                .bestEffort(refusal.bestEffort())
                .relayedBy(refusal.relayedBy());
    }
}
