package org.homeward.ingest.mqtt;

import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.device.Hub;
import org.homeward.ingest.dialect.Bodies;
import org.homeward.ingest.dialect.Body;
import org.homeward.ingest.dialect.GatewayJson;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.fault.Faults;
import org.homeward.ingest.http.Relays;
import org.homeward.ingest.http.Requests;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.profile.Profiles;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;

/// Keeps what a message says, of its sender or of devices that the sender acts for, and says how to
/// answer it once that is durable. A stage fails when that is not certain.
@ApplicationScoped
class Keeping {
    private final AdmitReadings admit;
    private final Counts counts;
    private final Profiles profiles;
    private final Relays relays;
    private final Bodies bodies;
    private final int mostReadings;
    private final Faults faults;

    @Inject
    Keeping(
            AdmitReadings admit,
            Counts counts,
            Profiles profiles,
            Relays relays,
            Faults faults,
            IngestConfig config) {
        this.faults = faults;
        this.admit = admit;
        this.counts = counts;
        this.profiles = profiles;
        this.relays = relays;
        this.mostReadings = config.edge().readings();
        this.bodies = new Bodies(mostReadings);
    }

    CompletableFuture<MqttPubAckReasonCode> keep(Publication publication) {
        try {
            return read(publication);
        } catch (RuntimeException | StackOverflowError e) {
            faults.note(publication.sent(), e);
            return CompletableFuture.failedFuture(e);
        }
    }

    /// What we ourselves fail on while it is read or judged is refused too, where it can go again,
    /// since it would come again for ever.
    private CompletableFuture<MqttPubAckReasonCode> fault(Refusal.Sent sent, Throwable e) {
        return faults.refuse(sent, e)
                .thenApply(_ -> MqttPubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR);
    }

    private CompletableFuture<MqttPubAckReasonCode> read(Publication publication) {
        return switch (publication.format()) {
            case OWN -> keep(publication, publication.sent(), Profile.NONE);
            case GATEWAY -> gateway(publication);
            case SENML, KEYED, EITHER, ASIDE -> profiled(publication, publication.sent());
        };
    }

    private CompletableFuture<MqttPubAckReasonCode> profiled(
            Publication publication, Refusal.Sent sent) {
        return profiles.of(sent.deviceId())
                .thenComposeAsync(
                        profile -> keep(publication, sent, profile), publication.session()::onLoop);
    }

    private CompletableFuture<MqttPubAckReasonCode> keep(
            Publication publication, Refusal.Sent sent, Profile profile) {
        AdmitReadings.Request request;
        AdmitReadings.Outcome judged;
        try {
            Body body = bodies.read(publication.format().ofOne(), sent, profile);
            if (publication.isTooMuch(body.decoded().readings().size())) {
                return CompletableFuture.failedFuture(new Publication.TooFast());
            }
            request = Requests.of(sent, body.decoded(), body.keepSource(), "");
            judged = admit.judge(request);
        } catch (Refused e) {
            return e.named()
                    .filter(_ -> sent.relayedBy() == null)
                    .map(named -> relayed(publication, sent, named, e))
                    .orElseGet(() -> refuse(sent, e));
        } catch (RuntimeException | StackOverflowError e) {
            return fault(sent, e);
        }
        counts.answered(Path.MQTT, judged);
        return admit.keep(request, judged).thenApply(Keeping::reason);
    }

    private static MqttPubAckReasonCode reason(AdmitReadings.Outcome outcome) {
        return outcome.admitted().isEmpty()
                ? MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID
                : MqttPubAckReasonCode.SUCCESS;
    }

    private CompletableFuture<MqttPubAckReasonCode> relayed(
            Publication publication, Refusal.Sent sent, UUID named, Refused refused) {
        return relays.decide(sent, named, refused)
                .thenComposeAsync(
                        relay ->
                                switch (relay) {
                                    case Relays.Relay.Allowed allowed ->
                                            keep(publication, allowed.sent(), Profile.NONE);
                                    case Relays.Relay.Refuse refuse -> refuse(sent, refuse.why());
                                },
                        publication.session()::onLoop);
    }

    private CompletableFuture<MqttPubAckReasonCode> refuse(Refusal.Sent sent, Refused refused) {
        counts.refused(Path.MQTT);
        MqttPubAckReasonCode reason =
                refused.status() == 403
                        ? MqttPubAckReasonCode.NOT_AUTHORIZED
                        : MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID;
        Refusal.Reason why = new Refusal.Reason(refused.code(), refused.detail(), null);
        return admit.refuse(sent, why).thenApply(_ -> reason);
    }

    /// What a gateway says of several devices: each part has its own fate.
    private CompletableFuture<MqttPubAckReasonCode> gateway(Publication publication) {
        Refusal.Sent sent = publication.sent();
        List<GatewayJson.Part> parts;
        try {
            parts = GatewayJson.parts(sent.body(), mostReadings);
        } catch (Refused e) {
            return refuse(sent, e);
        } catch (RuntimeException | StackOverflowError e) {
            return fault(sent, e);
        }
        return relays.hub(sent.deviceId())
                .thenCompose(
                        hub ->
                                all(
                                        parts.stream()
                                                .map(p -> part(publication, sent, hub, p))
                                                .toList()));
    }

    /// Whose a name was that nobody knows, is not known: the refusal is the hub's own.
    private CompletableFuture<MqttPubAckReasonCode> part(
            Publication publication, Refusal.Sent sent, Hub hub, GatewayJson.Part part) {
        Optional<UUID> device = hub.device(part.name(), sent.received());
        String type = publication.format().ofOne().type();
        return device.map(id -> profiled(publication, sent.relayedFor(id, part.bytes()).as(type)))
                .orElseGet(() -> refuse(sent.part(part.bytes()), Refused.notAuthorised()));
    }

    /// All that was kept; success if any of it was.
    private static CompletableFuture<MqttPubAckReasonCode> all(
            List<CompletableFuture<MqttPubAckReasonCode>> kept) {
        return CompletableFuture.allOf(kept.toArray(new CompletableFuture<?>[0]))
                .thenApply(
                        _ -> {
                            List<MqttPubAckReasonCode> reasons =
                                    kept.stream().map(CompletableFuture::join).toList();
                            return reasons.contains(MqttPubAckReasonCode.SUCCESS)
                                    ? MqttPubAckReasonCode.SUCCESS
                                    : reasons.getFirst();
                        });
    }
}
