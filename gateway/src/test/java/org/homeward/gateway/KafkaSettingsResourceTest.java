package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.homeward.kit.kafka.KafkaSettingsCheck;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KafkaSettingsResourceTest implements RealGateway {
    @Inject KafkaSettingsCheck check;

    @Test
    void everyChannelsClientHasTheSettingsThatLoseNothing() {
        assertThat(check.channels("incoming"))
                .containsExactlyInAnyOrder(
                        "alerts-in", "care-teams-in", "follow-ups-in", "readings-in", "teams-in");
        assertThat(check.channels("outgoing"))
                .containsExactlyInAnyOrder("dead-letters-out", "outbox-out");
        assertThat(check.violations()).isEmpty();
    }
}
