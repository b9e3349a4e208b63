package org.homeward.ingest.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Objects;

/// A token bucket for each sender of a kind. One that has filled again is forgotten, and there are
/// never more than a bounded number, however many senders come.
final class Buckets<K> {
    private static final long NANOS = 1_000_000_000L;

    private final Cache<K, Bucket> buckets;
    private final Bandwidth bandwidth;

    Buckets(int most, int burst, int perSecond) {
        Duration full = Duration.ofSeconds(Math.ceilDiv(burst, perSecond) + 1L);
        this.buckets = Caffeine.newBuilder().maximumSize(most).expireAfterAccess(full).build();
        this.bandwidth =
                Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(perSecond, Duration.ofSeconds(1))
                        .build();
    }

    /// Takes one token; returns 0 if there was one, else the whole seconds until there is.
    long take(K sender) {
        return take(sender, 1);
    }

    /// Takes several tokens, of which none is needed in excess of all that there can be; the same
    /// answer.
    long take(K sender, int tokens) {
        ConsumptionProbe probe =
                bucket(sender)
                        .tryConsumeAndReturnRemaining(Math.min(tokens, bandwidth.getCapacity()));
        return probe.isConsumed()
                ? 0
                : Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS));
    }

    /// Takes one where there are several; the same answer.
    long takeOneOf(K sender, int several) {
        Bucket bucket = bucket(sender);
        long wait =
                bucket.estimateAbilityToConsume(Math.min(several, bandwidth.getCapacity()))
                        .getNanosToWaitForRefill();
        return wait > 0 ? Math.max(1, Math.ceilDiv(wait, NANOS)) : take(sender);
    }

    /// Takes as many as there are, up to a number.
    void charge(K sender, int tokens) {
        bucket(sender).tryConsumeAsMuchAsPossible(tokens);
    }

    /// How many senders are remembered.
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(K sender) {
        return Objects.requireNonNull(
                buckets.get(sender, _ -> Bucket.builder().addLimit(bandwidth).build()));
    }
}
