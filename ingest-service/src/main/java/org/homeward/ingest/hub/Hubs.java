package org.homeward.ingest.hub;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.Hub;

/// Whom a hub may speak for. Asked only where a sender names another device than itself, so that
/// all others pay nothing; answers are kept as long as those about credentials.
@ApplicationScoped
public class Hubs {
    private final AsyncCache<UUID, Hub> cache;
    private final HubStore store;

    @Inject
    Hubs(HubStore store, IngestConfig config) {
        this.store = store;
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(config.credentials().cached())
                        .expireAfterWrite(config.credentials().trustedFor())
                        .executor(Runnable::run)
                        .buildAsync();
    }

    /// What a hub may do was changed, here or by another instance.
    public record Changed(UUID hub) {}

    /// The stage fails when the store cannot be reached.
    public CompletableFuture<Hub> of(UUID hub) {
        return cache.get(hub, (id, _) -> store.find(id).subscribeAsCompletionStage());
    }

    void forget(@Observes Changed changed) {
        cache.asMap().remove(changed.hub());
    }

    /// A device that was disabled may be any hub's.
    void forget(@Observes Credentials.Changed changed) {
        cache.asMap().clear();
    }

    void forget(@Observes Credentials.Doubtful doubtful) {
        cache.asMap().clear();
    }
}
