package org.homeward.ingest.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.rebuild.LogEnds;
import org.homeward.kit.kafka.KafkaConnection;

/// Finds in the log what somebody wants to see again. Blocks; rare, so that each search has a
/// consumer of its own.
@ApplicationScoped
class LogLookup implements LogEnds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    /// What is recorded may be that much later, or earlier by another clock, than it was received.
    private static final Duration EARLIER = Duration.ofMinutes(1);

    private static final Duration LATER = Duration.ofHours(1);

    private final KafkaConnection connection;

    @Inject
    LogLookup(KafkaConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<Map<Integer, Long>> ends() {
        return Uni.createFrom()
                .item(this::readEnds)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Map<Integer, Long> readEnds() {
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            List<TopicPartition> all =
                    consumer.partitionsFor(Topics.TELEMETRY).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
            Map<Integer, Long> ends = new HashMap<>();
            consumer.endOffsets(all)
                    .forEach(
                            (place, end) -> {
                                if (end > begins.getOrDefault(place, 0L)) {
                                    ends.put(place.partition(), end);
                                }
                            });
            return ends;
        }
    }

    /// The record at a place; empty if it is there no more.
    Optional<ConsumerRecord<byte[], byte[]>> at(String topic, int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            if (partition >= consumer.partitionsFor(topic).size()) {
                return Optional.empty();
            }
            consumer.assign(List.of(place));
            if (offset < consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L)
                    || offset >= consumer.endOffsets(List.of(place)).getOrDefault(place, 0L)) {
                return Optional.empty();
            }
            consumer.seek(place, offset);
            return scan(consumer, offset + 1, record -> record.offset() == offset);
        }
    }

    /// The record that holds a device's reading.
    Optional<ConsumerRecord<byte[], byte[]>> holding(UUID device, UUID reading, Instant received) {
        byte[] key = Uuids.toKey(device);
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            int partitions = consumer.partitionsFor(Topics.TELEMETRY).size();
            TopicPartition place =
                    new TopicPartition(
                            Topics.TELEMETRY, BuiltInPartitioner.partitionForKey(key, partitions));
            consumer.assign(List.of(place));
            OffsetAndTimestamp from =
                    consumer.offsetsForTimes(Map.of(place, received.minus(EARLIER).toEpochMilli()))
                            .get(place);
            if (from == null) {
                return Optional.empty();
            }
            consumer.seek(place, from.offset());
            long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
            long last = received.plus(LATER).toEpochMilli();
            return scan(
                            consumer,
                            end,
                            record -> record.timestamp() > last || holds(record, key, reading))
                    .filter(record -> record.timestamp() <= last);
        }
    }

    private interface Sought {
        boolean is(ConsumerRecord<byte[], byte[]> record);
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> scan(
            KafkaConsumer<byte[], byte[]> consumer, long end, Sought sought) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        TopicPartition place = consumer.assignment().iterator().next();
        while (consumer.position(place) < end) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the log does not answer in time");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (sought.is(record)) {
                    return Optional.of(record);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(ConsumerRecord<byte[], byte[]> record, byte[] key, UUID reading) {
        if (!Arrays.equals(key, record.key())) {
            return false;
        }
        try {
            ByteString id = Uuids.toBytes(reading);
            return record.value() != null
                    && TelemetryReceived.parseFrom(record.value()).getReadingsList().stream()
                            .anyMatch(r -> r.getReadingId().equals(id));
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> settings = new HashMap<>(connection.settings());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1_048_576);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(settings);
    }
}
