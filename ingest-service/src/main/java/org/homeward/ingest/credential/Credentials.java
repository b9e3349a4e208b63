package org.homeward.ingest.credential;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
/// from the database, and at the latest when its short life ends. While the registry does not
/// answer, who was let in lately still is (see [Verified]).
@ApplicationScoped
public class Credentials {
    /// Before whoever looks a credential up again because of the same event.
    private static final int FIRST = 1;

    private final Lookups lookups;
    private final AsyncCache<TokenHash, Credential> cache;
    private final Verified verified;

    @Inject
    public Credentials(CredentialStore store, IngestConfig config, MeterRegistry meters) {
        IngestConfig.Credentials set = config.credentials();
        Counter recalled = meters.counter("homeward.ingest.let.in.without.registry");
        this.lookups = new Lookups(store);
        this.verified = new Verified(set.cached(), set.trustedInOutage(), recalled::increment);
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(set.cached())
                        .expireAfterWrite(set.trustedFor())
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
        return cache.get(fingerprint, (h, _) -> find(h))
                .thenApply(credential -> credential.at(Instant.now()));
    }

    /// What a token proves now, whatever is remembered of it.
    public CompletableFuture<Credential> checkAgain(String token) {
        return DeviceToken.hash(token)
                .map(this::checkAgain)
                .orElseGet(() -> CompletableFuture.completedFuture(new Credential.Unknown()));
    }

    /// The same for a certificate whose holder has shown its key.
    public CompletableFuture<Credential> checkAgain(TokenHash fingerprint) {
        CompletableFuture<Credential> asked = find(fingerprint);
        // Those who come now wait for the same answer.
        cache.put(fingerprint, asked);
        return asked.thenApply(credential -> credential.at(Instant.now()));
    }

    private CompletableFuture<Credential> find(TokenHash hash) {
        return verified.of(hash, lookups.find(hash));
    }

    void forget(@Observes @Priority(FIRST) Changed changed) {
        verified.forget(credential -> credential.mayChangeWith(changed.deviceId()));
        forget(credential -> credential.mayChangeWith(changed.deviceId()));
    }

    void forget(@Observes @Priority(FIRST) CredentialEnding ending) {
        verified.forget(credential -> credential.endsWith(ending));
        forget(credential -> credential.endsWith(ending));
    }

    /// Who was let in lately stays so until the registry is asked, which is at once.
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
