package org.homeward.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowUpConfigTest {
    private static FollowUpConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(FollowUpConfig.class)
                .withConverter(
                        Duration.class,
                        200,
                        new io.quarkus.runtime.configuration.DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(FollowUpConfig.class);
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        FollowUpConfig config = config(Map.of());
        assertThat(config.masterKeyFile()).isEmpty();
        assertThat(config.demo()).isFalse();
        assertThat(config.timeZone()).isEqualTo("Europe/Paris");
        assertThat(config.due()).isEmpty();
        assertThat(config.tick()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatIsSetIsTaken() {
        FollowUpConfig config =
                config(
                        Map.of(
                                "homeward.followup.master-key-file", "/run/key",
                                "homeward.followup.demo", "true",
                                "homeward.followup.time-zone", "Indian/Reunion",
                                "homeward.followup.due.critical", "PT10M",
                                "homeward.followup.tick", "PT1S"));
        assertThat(config.masterKeyFile()).contains("/run/key");
        assertThat(config.demo()).isTrue();
        assertThat(config.timeZone()).isEqualTo("Indian/Reunion");
        assertThat(config.due()).containsEntry("critical", Duration.ofMinutes(10));
        assertThat(config.tick()).isEqualTo(Duration.ofSeconds(1));
    }
}
