package org.homeward.ingest.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;

/// Whom the registry let in lately. While it does not answer these are let in on that, so that an
/// outage of the store does not silence every patient's device; everybody else is told to come
/// again. As soon as the registry answers, its word alone counts.
final class Verified {
    private final Cache<TokenHash, Credential.Valid> lately;
    private final Runnable recalled;

    /// How many changes were heard of: what was looked up before one may not be so any more.
    private final AtomicLong changes = new AtomicLong();

    /// @param recalled called for each that is let in without the registry
    Verified(int most, Duration within, Runnable recalled) {
        this.recalled = recalled;
        this.lately =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfterWrite(within)
                        .executor(Runnable::run)
                        .build();
    }

    /// What is known of a token by a look-up that is under way, or without it where it fails.
    CompletableFuture<Credential> of(TokenHash hash, CompletableFuture<Credential> lookup) {
        long before = changes.get();
        return lookup.handle(
                (found, error) ->
                        error == null ? noted(hash, found, before) : recalled(hash, error));
    }

    private Credential noted(TokenHash hash, Credential found, long before) {
        if (found instanceof Credential.Valid valid && changes.get() == before) {
            lately.put(hash, valid);
        } else {
            lately.invalidate(hash);
        }
        return found;
    }

    private Credential recalled(TokenHash hash, Throwable error) {
        Credential.Valid valid = lately.getIfPresent(hash);
        if (valid == null) {
            throw new CompletionException(error);
        }
        recalled.run();
        return valid;
    }

    void forget(Predicate<Credential> changed) {
        changes.incrementAndGet();
        lately.asMap().values().removeIf(changed);
    }
}
