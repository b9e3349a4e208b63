package org.homeward.alert.stream;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.homeward.alert.evaluator.Evaluator;
import org.homeward.events.Topics;

/// The evaluator's topology: four co-partitioned topics into one processor with one store, out to
/// `alerts` and `dead-letters`. A plain function: nothing is injected, so that a test runs exactly
/// what production runs.
public final class AlertTopology {
    static final String ALERTS_SINK = "alerts-out";
    static final String DEAD_LETTERS_SINK = "dead-letters-out";

    private static final String SOURCE = "in";
    private static final String EVALUATOR = "evaluator";

    /// A start reads the whole changelog, and a segment is compacted only when it is full: with the
    /// broker's gigabyte, a restart after busy days takes minutes in which nobody is watched.
    private static final Map<String, String> CHANGELOG =
            Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(4 * 1024 * 1024));

    private AlertTopology() {}

    public static Topology build() {
        return build(Evaluator::evaluate);
    }

    static Topology build(Evaluation evaluation) {
        Topology topology = new Topology();
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSource(
                SOURCE,
                in,
                in,
                Topics.READINGS,
                Topics.DEVICE_EVENTS,
                Topics.MONITORING_PLANS,
                Topics.ALERT_ACTIONS);
        topology.addProcessor(EVALUATOR, () -> new AlertProcessor(evaluation), SOURCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(Ward.STORE),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        // What changes often between two commits goes to the changelog once: a
                        // buffer of a hundred readings of one measure is one record, not a hundred.
                        .withCachingEnabled()
                        .withLoggingEnabled(CHANGELOG),
                EVALUATOR);
        topology.addSink(ALERTS_SINK, Topics.ALERTS, out, out, EVALUATOR);
        topology.addSink(DEAD_LETTERS_SINK, Topics.DEAD_LETTERS, out, out, EVALUATOR);
        return topology;
    }
}
