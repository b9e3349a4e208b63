package org.homeward.kit.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;

/// Topics as tests see them: everything that is in one, and putting something in.
public final class Topic {
    private Topic() {}

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    public static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream().mapToLong(o -> o).sum();
            List<ConsumerRecord<byte[], byte[]>> out = new ArrayList<>();
            while (partitions.stream().mapToLong(consumer::position).sum() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(out::add);
            }
            return out;
        }
    }

    /// Those of one key.
    public static List<ConsumerRecord<byte[], byte[]>> of(String topic, UUID key) {
        String text = key.toString();
        return all(topic).stream()
                .filter(r -> r.key() != null)
                .filter(r -> new String(r.key(), StandardCharsets.US_ASCII).equals(text))
                .toList();
    }

    public static void put(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers(), "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static void put(EventType type, UUID key, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(type.topic(), Uuids.toKey(key), value);
        type.headers(UUID.randomUUID(), "/test", Instant.now()).forEach(record.headers()::add);
        put(record);
    }
}
