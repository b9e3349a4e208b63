package org.homeward.ingest.credential;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.DeviceToken;
import org.homeward.ingest.device.TokenHash;

/// Who speaks, by token. Answers come from a cache of hashes; a disabled device and a credential
/// that ends leave it at once, here by the registry's own event and on other instances by a notice
/// from the database, and at the latest when its short life ends.
@ApplicationScoped
public class Credentials {
    /// Before whoever looks a credential up again because of the same event.
    private static final int FIRST = 1;

    private final Lookups lookups;
    private final AsyncCache<TokenHash, Credential> cache;

    @Inject
    public Credentials(CredentialStore store, IngestConfig config) {
        this.lookups = new Lookups(store);
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(config.credentials().cached())
                        .expireAfterWrite(config.credentials().trustedFor())
                        .executor(Runnable::run)
                        .buildAsync();
    }

    /// All of a device's credentials have changed or ended.
    public record Changed(UUID deviceId) {}

    /// Notices from other instances may have been missed.
    public record Doubtful() {}

    /// The stage fails when the registry cannot be reached.
    public CompletableFuture<Credential> check(String token) {
        return DeviceToken.hash(token)
                .map(this::check)
                .orElseGet(() -> CompletableFuture.completedFuture(new Credential.Unknown()));
    }

    /// The same for a certificate whose holder has shown its key.
    public CompletableFuture<Credential> check(TokenHash fingerprint) {
        return cache.get(fingerprint, (h, _) -> lookups.find(h))
                .thenApply(credential -> credential.at(Instant.now()));
    }

    void forget(@Observes @Priority(FIRST) Changed changed) {
        forget(credential -> credential.mayChangeWith(changed.deviceId()));
    }

    void forget(@Observes @Priority(FIRST) CredentialEnding ending) {
        forget(credential -> credential.endsWith(ending));
    }

    void forget(@Observes @Priority(FIRST) Doubtful doubtful) {
        forget(_ -> true);
    }

    /// What is still being looked up may have been read before the change.
    private void forget(Predicate<Credential> changed) {
        cache.asMap()
                .entrySet()
                .removeIf(entry -> !entry.getValue().isDone() || is(entry.getValue(), changed));
    }

    private static boolean is(CompletableFuture<Credential> entry, Predicate<Credential> changed) {
        try {
            return changed.test(entry.join());
        } catch (CompletionException e) {
            return true;
        }
    }
}
