package org.homeward.ingest.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;

/// How much one device may send, whatever its protocol, so that a device gone wild costs the others
/// nothing. A bucket that has filled again is forgotten.
@ApplicationScoped
public class RateLimits {
    private static final int MOST_DEVICES = 200_000;

    private final Cache<UUID, Bucket> buckets;
    private final Bandwidth bandwidth;

    @Inject
    RateLimits(IngestConfig config) {
        IngestConfig.Rate rate = config.rate();
        Duration full = Duration.ofSeconds(Math.ceilDiv(rate.burst(), rate.perSecond()) + 1L);
        this.buckets =
                Caffeine.newBuilder().maximumSize(MOST_DEVICES).expireAfterAccess(full).build();
        this.bandwidth =
                Bandwidth.builder()
                        .capacity(rate.burst())
                        .refillGreedy(rate.perSecond(), Duration.ofSeconds(1))
                        .build();
    }

    /// Takes one post; returns 0 if it may pass, else the whole seconds to wait.
    public long take(UUID device) {
        Bucket bucket =
                Objects.requireNonNull(
                        buckets.get(device, _ -> Bucket.builder().addLimit(bandwidth).build()));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    }
}
