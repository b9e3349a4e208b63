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

/// How often one network may try claim codes. Each attempt costs one, and one that was no guess
/// gets it back: who unpacks a hundred kits is not kept waiting, who guesses is. A slip of the
/// finger, which the code's own check symbol shows, costs a tenth.
@ApplicationScoped
public class ClaimAttempts {
    private static final int MOST_NETWORKS = 100_000;

    /// What an attempt costs, in tenths.
    private static final int ATTEMPT = 10;

    private static final int SLIP = 1;

    private final Cache<String, Bucket> buckets;
    private final Bandwidth bandwidth;
    private final Counts counts;
    private final RateLimits rates;

    @Inject
    ClaimAttempts(IngestConfig config, Counts counts, RateLimits rates) {
        this.counts = counts;
        this.rates = rates;
        IngestConfig.Claim claim = config.claim();
        long tenths = (long) claim.attempts() * ATTEMPT;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_NETWORKS)
                        .expireAfterAccess(claim.within().plusSeconds(1))
                        .build();
        this.bandwidth =
                Bandwidth.builder().capacity(tenths).refillGreedy(tenths, claim.within()).build();
    }

    /// Takes one post of a network, whatever is in it; the same answer as [#take].
    public long enter(String network) {
        return rates.take(network);
    }

    /// Takes one attempt; returns 0 if it may pass, else the whole seconds to wait.
    public long take(String network) {
        ConsumptionProbe probe = bucket(network).tryConsumeAndReturnRemaining(ATTEMPT);
        if (probe.isConsumed()) {
            return 0;
        }
        counts.rateLimited();
        return Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    }

    /// The attempt was no guess.
    public void giveBack(String network) {
        bucket(network).addTokens(ATTEMPT);
    }

    /// What was typed is no code at all.
    public void wasSlip(String network) {
        bucket(network).addTokens(ATTEMPT - SLIP);
    }

    private Bucket bucket(String network) {
        return Objects.requireNonNull(
                buckets.get(network, _ -> Bucket.builder().addLimit(bandwidth).build()));
    }
}
