package org.homeward.launcher.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.events.EventJson;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.launcher.LaunchFailure;
import org.jspecify.annotations.Nullable;

/// Reads one topic without a group and prints each event as JSON.
final class TopicTail implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicTail(String bootstrap, String topic, boolean fromBeginning) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                10_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        try {
            partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
        } catch (KafkaException e) {
            consumer.close();
            throw new LaunchFailure("Kafka does not answer at " + bootstrap, e);
        }
    }

    void print(PrintWriter out, long max, boolean untilNow) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long printed = 0;
        while (printed < max && !(untilNow && reached(ends))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (printed++ < max) {
                    out.println(line(record));
                }
            }
            out.flush();
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    static String line(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JSON.createObjectNode();
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("time", Instant.ofEpochMilli(record.timestamp()).toString());
        line.put("key", key(record.key()));
        Optional<EventType> type = EventType.of(record.headers());
        line.put("type", type.map(EventType::wireName).orElse(null));
        try {
            if (record.value() != null && type.isPresent()) {
                line.set("event", JSON.readTree(EventJson.print(type.get().parse(record.value()))));
            } else if (record.value() != null) {
                line.put("bytes", Base64.getEncoder().encodeToString(record.value()));
            }
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            line.put("unreadable", Base64.getEncoder().encodeToString(record.value()));
        }
        return line.toString();
    }

    private static @Nullable String key(byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        return key.length == 16
                ? Uuids.fromBytes(com.google.protobuf.ByteString.copyFrom(key)).toString()
                : new String(key, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
