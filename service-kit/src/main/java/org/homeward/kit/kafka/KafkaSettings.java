package org.homeward.kit.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The settings without which a client loses data or stalls, as a table. Each line was a default
/// once that did.
public final class KafkaSettings {
    private record Wanted(String key, String value) {}

    private static final String BYTES_IN =
            "org.apache.kafka.common.serialization.ByteArrayDeserializer";

    private static final List<Wanted> PRODUCER =
            List.of(
                    new Wanted("acks", "all"),
                    new Wanted("enable.idempotence", "true"),
                    new Wanted("request.timeout.ms", "3000"),
                    new Wanted("delivery.timeout.ms", "8000"),
                    new Wanted("max.block.ms", "2000"));
    private static final List<Wanted> CONSUMER =
            List.of(
                    new Wanted("auto.offset.reset", "earliest"),
                    new Wanted("isolation.level", "read_committed"),
                    new Wanted("enable.auto.commit", "false"),
                    new Wanted("session.timeout.ms", "6000"),
                    new Wanted("heartbeat.interval.ms", "2000"),
                    new Wanted("key.deserializer", BYTES_IN),
                    new Wanted("value.deserializer", BYTES_IN));
    private static final List<Wanted> OUTGOING = List.of(new Wanted("cloud-events", "false"));
    private static final List<Wanted> INCOMING =
            List.of(
                    new Wanted("cloud-events", "false"),
                    new Wanted("commit-strategy", "throttled"),
                    new Wanted("graceful-shutdown", "true"),
                    new Wanted("fail-on-deserialization-failure", "false"),
                    new Wanted("throttled.unprocessed-record-max-age.ms", "0"));

    private KafkaSettings() {}

    /// What is wrong with a producer's effective client configuration; empty if nothing is.
    public static List<String> producerViolations(Map<String, ?> client) {
        List<String> found = compare("producer", PRODUCER, key -> text(client.get(key)));
        Object retries = client.get("retries");
        if (retries != null && Long.parseLong(retries.toString()) == 0) {
            found.add("producer: retries=0 loses a record at the first hiccup");
        }
        return found;
    }

    /// What is wrong with a consumer's effective client configuration; empty if nothing is.
    public static List<String> consumerViolations(Map<String, ?> client) {
        List<String> found = compare("consumer", CONSUMER, key -> text(client.get(key)));
        String instance = text(client.get("group.instance.id"));
        if (instance == null || instance.isBlank()) {
            found.add("consumer: group.instance.id must be set, or a kill stalls its partitions");
        }
        return found;
    }

    /// What is wrong with an outgoing channel's connector attributes.
    public static List<String> outgoingViolations(Function<String, @Nullable String> attribute) {
        return compare("outgoing channel", OUTGOING, attribute);
    }

    /// What is wrong with an incoming channel's connector attributes.
    public static List<String> incomingViolations(Function<String, @Nullable String> attribute) {
        List<String> found = compare("incoming channel", INCOMING, attribute);
        if (attribute.apply("failure-strategy") == null) {
            found.add("incoming channel: failure-strategy must be written out");
        }
        return found;
    }

    private static List<String> compare(
            String what, List<Wanted> wanted, Function<String, @Nullable String> actual) {
        List<String> found = new ArrayList<>();
        for (Wanted setting : wanted) {
            String value = actual.apply(setting.key());
            if (!setting.value().equals(value)) {
                found.add(
                        what + ": " + setting.key() + " is " + value + ", not " + setting.value());
            }
        }
        return found;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Class<?> type
                ? type.getName()
                : value == null ? null : value.toString();
    }
}
