package org.homeward.ingest.registry;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.DeviceToken;
import org.homeward.ingest.device.TokenHash;

/// Who speaks, by token. Answers come from a cache of hashes; a disabled device leaves it at once,
/// here by the registry's own event and on other instances by a notice from the database, and at
/// the latest when its short life ends.
@ApplicationScoped
public class Credentials {
    private final CredentialStore store;
    private final AsyncCache<TokenHash, Credential> cache;

    @Inject
    Credentials(CredentialStore store, IngestConfig config) {
        this.store = store;
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(config.credentials().cached())
                        .expireAfterWrite(config.credentials().trustedFor())
                        .executor(Runnable::run)
                        .buildAsync();
    }

    /// A device's credentials have changed or ended.
    public record Changed(UUID deviceId) {}

    /// The stage fails when the registry cannot be reached.
    public CompletableFuture<Credential> check(String token) {
        return DeviceToken.hash(token)
                .map(hash -> cache.get(hash, (h, _) -> store.find(h).subscribeAsCompletionStage()))
                .orElseGet(() -> CompletableFuture.completedFuture(new Credential.Unknown()));
    }

    void forget(@Observes Changed changed) {
        cache.asMap()
                .entrySet()
                .removeIf(entry -> !entry.getValue().isDone() || isOf(entry.getValue(), changed));
    }

    private static boolean isOf(CompletableFuture<Credential> entry, Changed changed) {
        try {
            return entry.join().mayChangeWith(changed.deviceId());
        } catch (CompletionException e) {
            return true;
        }
    }
}
