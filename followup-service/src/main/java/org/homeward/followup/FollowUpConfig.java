package org.homeward.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What can be set about this service.
@ConfigMapping(prefix = "homeward.followup")
public interface FollowUpConfig {
    /// The file with the master key that wraps every patient's data key: 32 bytes, raw, or as
    /// Base64 or hexadecimal text.
    Optional<String> masterKeyFile();

    /// Whether the demo's organisations and teams are loaded.
    @WithDefault("false")
    boolean demo();

    /// The time zone of a plan that names none yet.
    @WithDefault("Europe/Paris")
    String timeZone();

    /// Until when a task of a priority (critical, high, medium, low, technical) is to be done,
    /// counted from its alert. What is not set has the default of `DueTimes`.
    Map<String, Duration> due();

    /// How often ended shares and pauses are looked for.
    @WithDefault("10s")
    Duration tick();
}
