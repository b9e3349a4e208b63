package org.homeward.ingest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.device.Hub;
import org.homeward.ingest.hub.Hubs;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;

/// Whether a sender may speak for the device that it names: decided here for whatever protocol
/// brought it.
@ApplicationScoped
public class Relays {
    private final Hubs hubs;

    @Inject
    Relays(Hubs hubs) {
        this.hubs = hubs;
    }

    /// What becomes of a body that names another device.
    public sealed interface Relay {
        /// It is taken as that device's.
        record Allowed(Refusal.Sent sent) implements Relay {}

        record Refuse(Refused why) implements Relay {}
    }

    /// Decides about a body that was refused because of the device it names. The stage fails when
    /// the store cannot be reached.
    public CompletableFuture<Relay> decide(Refusal.Sent sent, UUID named, Refused refused) {
        return hubs.of(sent.deviceId())
                .thenApply(
                        hub -> {
                            Optional<UUID> device = hub.device(named, sent.received());
                            if (device.isPresent()) {
                                return new Relay.Allowed(
                                        sent.relayedFor(device.get(), sent.body()));
                            }
                            return new Relay.Refuse(
                                    hub.isOne() ? Refused.notAuthorised() : refused);
                        });
    }

    /// The sender and the devices it acts for, where a body names several or names them by more
    /// than an id. The stage fails when the store cannot be reached.
    public CompletableFuture<Hub> hub(UUID sender) {
        return hubs.of(sender);
    }
}
