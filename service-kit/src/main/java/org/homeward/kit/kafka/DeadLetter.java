package org.homeward.kit.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.homeward.events.Topics;

/// A record that can never be handled, as it was, with where it came from and why in a word.
/// Ingest-service stores what is on `dead-letters` as refusals.
public final class DeadLetter {
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String ERROR = "error-class";

    private DeadLetter() {}

    /// For a client of one's own.
    public static ProducerRecord<byte[], byte[]> record(
            ConsumerRecord<byte[], byte[]> record, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        header(headers, TOPIC, record.topic());
        header(headers, PARTITION, Integer.toString(record.partition()));
        header(headers, OFFSET, Long.toString(record.offset()));
        header(headers, ERROR, reason);
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new ProducerRecord<>(
                Topics.DEAD_LETTERS,
                null,
                Math.max(0, record.timestamp()),
                record.key(),
                value,
                headers);
    }

    /// The record as it was, for its topic's end. Of headers of one name the last is the letter's,
    /// and the others are the record's own. Empty if it is no letter.
    public static Optional<ProducerRecord<byte[], byte[]>> original(
            ConsumerRecord<byte[], byte[]> letter) {
        Set<String> added = new HashSet<>(Set.of(TOPIC, PARTITION, OFFSET, ERROR));
        Deque<Header> own = new ArrayDeque<>();
        Header[] all = letter.headers().toArray();
        for (int i = all.length - 1; i >= 0; i--) {
            if (!added.remove(all[i].key())) {
                own.addFirst(all[i]);
            }
        }
        Header topic = letter.headers().lastHeader(TOPIC);
        return !added.isEmpty() || topic.value() == null
                ? Optional.empty()
                : Optional.of(
                        new ProducerRecord<>(
                                new String(topic.value(), StandardCharsets.UTF_8),
                                null,
                                Math.max(0, letter.timestamp()),
                                letter.key(),
                                letter.value(),
                                own));
    }

    private static Message<byte[]> message(ConsumerRecord<byte[], byte[]> record, String reason) {
        ProducerRecord<byte[], byte[]> letter = record(record, reason);
        return Message.of(letter.value())
                .addMetadata(
                        OutgoingKafkaRecordMetadata.<byte[]>builder()
                                .withTopic(letter.topic())
                                .withKey(letter.key())
                                .withTimestamp(Instant.ofEpochMilli(letter.timestamp()))
                                .withHeaders(letter.headers())
                                .build());
    }

    /// Sends records with their reason to a channel; done when the broker has them.
    public static BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> to(
            MutinyEmitter<byte[]> channel) {
        return (record, reason) -> channel.sendMessage(message(record, reason));
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
