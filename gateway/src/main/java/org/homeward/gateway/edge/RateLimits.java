package org.homeward.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.homeward.gateway.GatewayConfig;

/// How many requests one user may send. Per instance and bounded: the ten thousand most recent
/// users.
@ApplicationScoped
class RateLimits {
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();
    private final GatewayConfig.Rate rate;

    @Inject
    RateLimits(GatewayConfig config) {
        this.rate = config.rate();
    }

    /// Takes one request of the subject's, if there is one left.
    boolean admits(String subject) {
        return buckets.get(subject, s -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(rate.burst())
                                .refillGreedy(rate.perSecond(), Duration.ofSeconds(1))
                                .build())
                .build();
    }
}
