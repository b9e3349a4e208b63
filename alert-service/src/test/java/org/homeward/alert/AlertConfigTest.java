package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertConfigTest {
    @Test
    void theDefaultsAreThoseOfASingleMachine() {
        AlertConfig config = config(Map.of());
        assertThat(config.applicationId()).isEqualTo("alert-service");
        assertThat(config.stateDir()).isEmpty();
        assertThat(config.streamThreads()).isEqualTo(1);
        assertThat(config.standbyReplicas()).isZero();
        assertThat(config.longestSnooze()).isEqualTo(Duration.ofHours(24));
        assertThat(config.databaseDeadline()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void everySettingIsMapped() {
        AlertConfig config =
                config(
                        Map.of(
                                "homeward.alert.application-id", "other",
                                "homeward.alert.state-dir", "/var/lib/homeward",
                                "homeward.alert.stream-threads", "4",
                                "homeward.alert.standby-replicas", "1",
                                "homeward.alert.longest-snooze", "PT8H",
                                "homeward.alert.database-deadline", "PT1S"));
        assertThat(config.applicationId()).isEqualTo("other");
        assertThat(config.stateDir()).contains(Path.of("/var/lib/homeward"));
        assertThat(config.streamThreads()).isEqualTo(4);
        assertThat(config.standbyReplicas()).isEqualTo(1);
        assertThat(config.longestSnooze()).isEqualTo(Duration.ofHours(8));
        assertThat(config.databaseDeadline()).isEqualTo(Duration.ofSeconds(1));
    }

    private static AlertConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(AlertConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(AlertConfig.class);
    }
}
