package org.homeward.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeward.gateway.GatewayConfig;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final RateLimits limits =
            new RateLimits(
                    new SmallRyeConfigBuilder()
                            .withMapping(GatewayConfig.class)
                            .withDefaultValues(
                                    Map.of(
                                            "homeward.gateway.ingest-url", "a",
                                            "homeward.gateway.alert-url", "b",
                                            "homeward.gateway.followup-url", "c",
                                            "homeward.gateway.web-secret", "d",
                                            "homeward.gateway.service-secret", "e",
                                            "homeward.gateway.session-secret", "f",
                                            "homeward.gateway.rate.burst", "5",
                                            "homeward.gateway.rate.per-second", "1"))
                            .build()
                            .getConfigMapping(GatewayConfig.class));

    @Test
    void oneUserTooManyIsRefusedAndOthersAreNot() {
        long admitted = IntStream.range(0, 50).filter(i -> limits.admits("busy")).count();
        assertThat(admitted).isBetween(5L, 8L);
        assertThat(limits.admits("calm")).isTrue();
    }
}
