package org.homeward.followup.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.homeward.kit.kafka.KafkaSettingsCheck;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "followup"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class KafkaSettingsIT {
    @Inject KafkaSettingsCheck check;

    @Test
    void everyClientHasTheSettingsThatLoseNothing() {
        assertThat(check.violations()).isEmpty();
    }

    @Test
    void allChannelsAreChecked() {
        assertThat(check.channels("incoming")).contains("alerts-in");
        assertThat(check.channels("outgoing")).contains("outbox-out", "dead-letters-out");
    }
}
