package org.homeward.alert.kafka;

import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.homeward.alert.stream.AlertTopology;

/// The evaluator in a JVM of its own, so that a test can kill it as a machine would.
final class EvaluatorProcess {
    private EvaluatorProcess() {}

    /// Runs until killed.
    ///
    /// @param args bootstrap servers, application id
    public static void main(String... args) throws InterruptedException {
        KafkaStreams streams =
                new KafkaStreams(
                        AlertTopology.build(),
                        StreamsSettings.of(
                                StreamsSettingsTest.config(args[1]),
                                StreamsSettingsTest.address(args[0]),
                                "0"));
        streams.start();
        new CountDownLatch(1).await();
    }
}
