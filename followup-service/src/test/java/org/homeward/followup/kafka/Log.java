package org.homeward.followup.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;

/// The topics as a test reads and writes them.
final class Log implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new CopyOnWriteArrayList<>();

    Log(String bootstrap, String... topics) {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Stream.of(topics)
                        .flatMap(t -> consumer.partitionsFor(t).stream())
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void alert(EventType type, UUID patient, Message event) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.ALERTS, Uuids.toKey(patient), event.toByteArray());
        type.headers(UUID.randomUUID(), "/homeward/test", Instant.now())
                .forEach(record.headers()::add);
        send(record);
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All records of a key so far.
    List<ConsumerRecord<byte[], byte[]>> of(UUID key) {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        byte[] wanted = Uuids.toKey(key);
        return seen.stream().filter(r -> java.util.Arrays.equals(wanted, r.key())).toList();
    }

    /// What of a key has been set aside so far: from which topic, and why.
    List<String> setAside(UUID key) {
        return of(key).stream()
                .filter(r -> r.topic().equals(Topics.DEAD_LETTERS))
                .map(r -> header(r, "topic") + " " + header(r, "error-class"))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /// All events of a type about a key so far.
    <T extends Message> List<T> of(UUID key, EventType type, Class<T> kind) {
        return of(key).stream()
                .filter(r -> EventType.of(r.headers()).filter(type::equals).isPresent())
                .map(r -> kind.cast(parsed(type, r.value())))
                .toList();
    }

    private static Message parsed(EventType type, byte[] value) {
        try {
            return type.parse(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
