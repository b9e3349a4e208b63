package org.homeward.ingest.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.homeward.ingest.IngestConfig;

/// How often one network may try claim codes. Each attempt costs one, and one that succeeds gets it
/// back: who unpacks a hundred kits is not kept waiting, who guesses is.
@ApplicationScoped
public class ClaimAttempts {
    private static final int MOST_NETWORKS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final Bandwidth bandwidth;

    @Inject
    ClaimAttempts(IngestConfig config) {
        IngestConfig.Claim claim = config.claim();
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_NETWORKS)
                        .expireAfterAccess(claim.within().plusSeconds(1))
                        .build();
        this.bandwidth =
                Bandwidth.builder()
                        .capacity(claim.attempts())
                        .refillGreedy(claim.attempts(), claim.within())
                        .build();
    }

    /// Takes one attempt; returns 0 if it may pass, else the whole seconds to wait.
    public long take(String network) {
        ConsumptionProbe probe = bucket(network).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    }

    /// The attempt was no guess.
    public void giveBack(String network) {
        bucket(network).addTokens(1);
    }

    private Bucket bucket(String network) {
        return Objects.requireNonNull(
                buckets.get(network, _ -> Bucket.builder().addLimit(bandwidth).build()));
    }
}
