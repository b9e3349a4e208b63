package org.homeward.alert.kafka;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.homeward.alert.AlertConfig;
import org.homeward.alert.stream.AlertTopology;
import org.homeward.kit.kafka.KafkaConnection;
import org.jspecify.annotations.Nullable;

/// Runs the evaluator for as long as the service lives. A thread that dies of the broker is
/// replaced: infrastructure errors wait, they never drop. A data error never gets here.
@ApplicationScoped
public class EvaluatorStreams {
    private final Properties settings;
    private volatile @Nullable KafkaStreams streams;

    @Inject
    EvaluatorStreams(
            AlertConfig config,
            KafkaConnection connection,
            @ConfigProperty(name = "homeward.instance") String instance) {
        this(StreamsSettings.of(config, connection.settings(), instance));
    }

    EvaluatorStreams(Properties settings) {
        this.settings = settings;
    }

    /// What the evaluator is started with.
    Properties settings() {
        Properties copy = new Properties();
        copy.putAll(settings);
        return copy;
    }

    void start(@Observes StartupEvent event) {
        List<String> violations = StreamsSettings.violations(settings);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "Kafka Streams would lose data: " + String.join("; ", violations));
        }
        KafkaStreams started = new KafkaStreams(AlertTopology.build(), settings);
        started.setUncaughtExceptionHandler(EvaluatorStreams::replace);
        started.start();
        streams = started;
    }

    void stop(@Observes ShutdownEvent event) {
        KafkaStreams running = streams;
        if (running != null) {
            running.close(Duration.ofSeconds(8));
        }
    }

    KafkaStreams.State state() {
        KafkaStreams running = streams;
        return running == null ? KafkaStreams.State.CREATED : running.state();
    }

    private static StreamThreadExceptionResponse replace(Throwable failure) {
        Log.warnf(
                "evaluator: thread replaced after %s", (Object) failure.getClass().getSimpleName());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
