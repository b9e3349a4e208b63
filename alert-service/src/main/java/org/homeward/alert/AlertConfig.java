package org.homeward.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The service's settings, `homeward.alert.*`.
@ConfigMapping(prefix = "homeward.alert")
public interface AlertConfig {
    /// Kafka Streams' application id: names its consumer group and changelogs.
    @WithDefault("alert-service")
    String applicationId();

    /// Where Kafka Streams keeps its small files; a folder of the temporary one if absent. Nothing
    /// is lost with it.
    Optional<Path> stateDir();

    /// Threads of the evaluator. One serves a thousand readings a second.
    @WithDefault("1")
    int streamThreads();

    /// Warm copies of the state on other instances: 1 in production, 0 on a single machine.
    @WithDefault("0")
    int standbyReplicas();

    /// How long an alert can be snoozed at most.
    @WithDefault("PT24H")
    Duration longestSnooze();

    /// How long a request waits for the database.
    @WithDefault("PT5S")
    Duration databaseDeadline();
}
